/** Sets up the rule for recordings when it is imported, and once only. */
import { routeAudio } from '../../../src/sw/routes.ts';

routeAudio();
