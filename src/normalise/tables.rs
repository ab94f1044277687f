//! Tables of characters that stand for others: radicals, compatibility ideographs, rows of GBK.

use std::sync::LazyLock;

/// One character for each code point from `first` on: what stands in its place.
pub(super) struct Table {
    first: u32,
    places: LazyLock<Vec<char>>,
}

impl Table {
    /// Returns what stands in the place of a character, if the table has another for it.
    pub(super) fn get(&self, c: char) -> Option<char> {
        let index = u32::from(c).checked_sub(self.first)?;
        let place = *self.places.get(usize::try_from(index).ok()?)?;
        (place != c && place != '\0').then_some(place)
    }
}

/// The radicals of the supplement (U+2E80 on), by the characters that look the same.
pub(super) static SUPPLEMENT: Table =
    Table { first: 0x2e80, places: LazyLock::new(|| SUPPLEMENT_ROWS.concat().chars().collect()) };

/// The radicals of Kangxi (U+2F00 on).
pub(super) static KANGXI: Table =
    Table { first: 0x2f00, places: LazyLock::new(|| KANGXI_ROWS.concat().chars().collect()) };

/// The compatibility ideographs (U+F900 on).
pub(super) static COMPATIBILITY: Table = Table {
    first: 0xf900,
    places: LazyLock::new(|| COMPATIBILITY_ROWS.concat().chars().collect()),
};

/// GBK's row A1, punctuation and signs, whose bytes were read as the code points U+A1A1 on.
pub(super) static GBK_SIGNS: Table =
    Table { first: 0xa1a1, places: LazyLock::new(|| GBK_SIGN_ROWS.concat().chars().collect()) };

/// GBK's row A2, numbers, likewise from U+A2A1 on.
pub(super) static GBK_NUMBERS: Table =
    Table { first: 0xa2a1, places: LazyLock::new(|| GBK_NUMBER_ROWS.concat().chars().collect()) };

const SUPPLEMENT_ROWS: &[&str] = &[
    "冫厂⺂乙乙亻冂⺇刀刂卜㔾⺌⺍兀尢尢⺑巳幺⺔彐忄心扌攵⺚旡日月歹母民氵水灬爫爫丬牛犭王疋目示",
    "礻竹糸纟网罒网网网羊羊羊耂肀聿月臼艹艹艹虎衤西西见角角讠贝足车辶辶辶邑钅長長长门阜阜雨青韦",
    "页风飞食食食饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟龟龟",
];

const KANGXI_ROWS: &[&str] = &[
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮",
    "山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿",
    "片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌",
    "舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音",
    "頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠",
];

const COMPATIBILITY_ROWS: &[&str] = &[
    "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎",
    "來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵",
    "讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭",
    "驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈",
    "領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易",
    "李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀",
    "﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨",
    "層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸",
    "難響頻恵𤋮舘﩮﩯並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖",
    "歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈",
    "輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎",
];

const GBK_SIGN_ROWS: &[&str] = &[
    "\u{3000}、。·ˉˇ¨〃々—～‖…‘’“”〔〕〈〉《》「」『』〖〗【】±×÷∶∧∨∑∏∪∩∈∷√⊥",
    "∥∠⌒⊙∫∮≡≌≈∽∝≠≮≯≤≥∞∵∴♂♀°′″℃＄¤￠￡‰§№☆★○●◎◇◆□■△▲※→",
    "←↑↓〓",
];

const GBK_NUMBER_ROWS: &[&str] = &[
    "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ\0\0\0\0\0\0⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛⑴⑵⑶⑷⑸⑹⑺⑻⑼",
    "⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇①②③④⑤⑥⑦⑧⑨⑩\0\0㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩\0\0ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ",
    "ⅪⅫ\0\0",
];
