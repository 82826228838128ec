/** epub.js as its documentation starts it: the address's `?book=` in one view. */
import ePub from 'epubjs';

const book = ePub(new URLSearchParams(location.search).get('book') ?? '');
void book.renderTo('view', { width: '100%', height: '100%' }).display();
