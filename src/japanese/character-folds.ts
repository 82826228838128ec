/** Tables of characters that are written in more ways than one, for `normalise`. */

/** Characters that Unicode doesn't fold by itself: radicals and variants that mean an everyday kanji. */
export const FOLDS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻑': '長',
  '⻄': '西',
  '⻘': '青',
  '⻝': '食',
  '⻭': '歯',
  '⻩': '黄',
  '⻨': '麦',
  '⻲': '亀',
  '⻤': '鬼',
  '⻣': '骨',
  '⻆': '角',
  '⻁': '虎',
  '⻫': '斉',
  '⻯': '竜',
  〻: '々',
  𠮟: '叱',
  𠮷: '吉',
  𡈽: '土',
  𣘺: '橋',
  髙: '高',
  﨑: '崎',
};

/** Signs of one square that hold a word of several kanji, and that word. */
export const SQUARES: Readonly<Record<string, string>> = {
  '㈱': '株式会社',
  '㍿': '株式会社',
  '㈲': '有限会社',
  '㈳': '社団法人',
  '㈶': '財団法人',
  '㍾': '明治',
  '㍽': '大正',
  '㍼': '昭和',
  '㍻': '平成',
  '㋿': '令和',
};

/** An old or printed form, then the one of today. They mean the same, but names keep the old one: 渡邊, 澤田. */
const OLD_FORM_PAIRS = `
亞亜 惡悪 壓圧 圍囲 醫医 爲為 壹壱 稻稲 飮飲 隱隠 榮営 營栄 衞衛 驛駅 圓円 鹽塩 緣縁 艷艶 應応 歐欧 毆殴 櫻桜 奧奥 橫横 溫温 穩穏
假仮 價価 畫画 會会 壞壊 懷懐 繪絵 擴拡 殼殻 覺覚 學学 樂楽 勸勧 卷巻 寬寛 歡歓 觀観 關関 陷陥 巖巌 顏顔 歸帰 氣気 龜亀 僞偽 戲戯
犧犠 舊旧 據拠 擧挙 虛虚 峽峡 挾挟 狹狭 鄕郷 堯尭 曉暁 區区 驅駆 勳勲 薰薫 徑径 惠恵 揭掲 溪渓 經経 繼継 莖茎 螢蛍 輕軽 鷄鶏 藝芸
擊撃 儉倹 劍剣 圈圏 檢検 權権 獻献 縣県 險険 顯顕 驗験 嚴厳 效効 廣広 恆恒 鑛鉱 號号 國国 濟済 碎砕 齋斎 劑剤 雜雑 參参 慘惨 棧桟
蠶蚕 贊賛 殘残 絲糸 齒歯 兒児 辭辞 濕湿 實実 舍舎 寫写 釋釈 壽寿 收収 從従 澁渋 獸獣 縱縦 肅粛 處処 緖緒 敍叙 將将 稱称 燒焼 證証
乘乗 剩剰 壤壌 孃嬢 條条 淨浄 疊畳 穰穣 讓譲 釀醸 囑嘱 觸触 寢寝 愼慎 晉晋 眞真 盡尽 圖図 粹粋 醉酔 隨随 髓髄 數数 樞枢 聲声 靜静
齊斉 攝摂 竊窃 專専 戰戦 淺浅 潛潜 纖繊 踐践 錢銭 禪禅 曾曽 雙双 壯壮 搜捜 插挿 爭争 窗窓 總総 聰聡 裝装 騷騒 臟臓 藏蔵 續続 墮堕
體体 對対 帶帯 滯滞 臺台 瀧滝 擇択 澤沢 單単 擔担 膽胆 團団 彈弾 斷断 癡痴 遲遅 晝昼 蟲虫 鑄鋳 廳庁 聽聴 敕勅 遞逓 鐵鉄 轉転 點点
傳伝 黨党 盜盗 燈灯 當当 鬪闘 德徳 獨独 讀読 屆届 繩縄 貳弐 姊姉 惱悩 腦脳 霸覇 廢廃 拜拝 賣売 麥麦 發発 髮髪 拔抜 蠻蛮 祕秘 濱浜
拂払 佛仏 竝並 變変 邊辺 邉辺 辨弁 瓣弁 辯弁 舖舗 襃褒 寶宝 萠萌 豐豊 沒没 萬万 滿満 默黙 彌弥 藥薬 譯訳 豫予 餘余 與与 譽誉 搖揺
樣様 謠謡 來来 賴頼 亂乱 覽覧 兩両 獵猟 綠緑 壘塁 勵励 禮礼 隸隷 靈霊 齡齢 戀恋 爐炉 勞労 樓楼 祿禄 錄録 灣湾 內内 戶戸 吳呉 黑黒
淸清 靑青 敎教 步歩 每毎 產産 眾衆 旣既 卽即 黃黄 曆暦 歷歴 增増 墻牆 狀状 瀨瀬 嶌島 凜凛 巢巣 查査 脫脱 稅税 說説 閱閲 銳鋭 悅悦
彥彦 屛屏 倂併 餠餅 硏研 槪概 絕絶 鬭闘 鎭鎮 塡填 顚顛 剝剥 頰頬 繫繋 麵麺 蔣蒋 醬醤 搔掻 蟬蝉 驒騨 啞唖 俠侠 萊莱 蠟蝋 攢攅 鍊錬
淚涙 濤涛 禱祷 穗穂 粦燐 鷗鴎 瀆涜 囊嚢 摑掴 噓嘘 靭靱
`;

/** From an old form to the one of today. Both are one UTF-16 code unit. */
export const OLD_FORMS: ReadonlyMap<string, string> = new Map(
  OLD_FORM_PAIRS.trim()
    .split(/\s/u)
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
