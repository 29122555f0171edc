#include "handlers/operator/sample_people.h"

namespace permit::ctl {
namespace {

using enum Situation;

constexpr std::string_view kPenglai = "國立蓬萊大學";
constexpr std::string_view kYushan = "國立玉山師範大學";
constexpr std::string_view kEastCoast = "私立東海岸科技大學";
constexpr std::string_view kLongSchool = "財團法人私立福爾摩沙海洋文化與永續環境科學技術大學";

const SampleStudent kStudents[] = {
    // With an account, one of each situation.
    {"林曉雨", "LIN", "XIAOYU", false, 2003, 5, 14, "350102", "fujian", kPenglai, "資訊工程學系",
     "bachelor", "3", kEntered, "lin.xiaoyu"},
    {"陳子墨", "CHEN", "ZIMO", true, 2001, 11, 2, "110105", "beijing", kPenglai, "歷史學研究所",
     "master", "1", kEntered, "chen.zimo", "en"},
    {"王𠮷", "WANG", "JI", true, 2002, 2, 28, "330106", "zhejiang", kYushan, "特殊教育學系",
     "bachelor", "4", kEntered, "wang.ji"},
    {"古麗娜爾·阿不都熱西提江·吐爾遜", "ABUDUREXITIJIANG", "GULINAER TUERXUN", false, 2000, 2, 29,
     "650102", "xinjiang", kLongSchool, "海洋文化資產保存與永續觀光國際碩士學位學程", "master", "2",
     kEntered, "gulinaer"},
    {"趙雅文", "ZHAO", "YAWEN", false, 2004, 8, 21, "320102", "jiangsu", kPenglai, "外國語文學系",
     "bachelor", "1", kNotEntered, "zhao.yawen"},
    {"孫浩然", "SUN", "HAORAN", true, 2003, 1, 9, "370102", "shandong", kEastCoast, "機械工程系",
     "bachelor", "2", kExpired, "sun.haoran"},
    {"周思齊", "ZHOU", "SIQI", false, 1999, 12, 31, "310101", "shanghai", kPenglai,
     "生物科技研究所", "doctor", "2", kExchanged, "zhou.siqi", "en"},
    {"吳俊傑", "WU", "JUNJIE", true, 2002, 7, 7, "440103", "guangdong", kEastCoast, "企業管理系",
     "bachelor", "3", kCasePending, "wu.junjie"},
    {"鄭佳慧", "ZHENG", "JIAHUI", false, 2001, 3, 3, "510104", "sichuan", kYushan, "音樂學系",
     "bachelor", "4", kFourMonthsLeft, "zheng.jiahui"},
    {"馬天宇", "MA", "TIANYU", true, 1998, 10, 10, "610102", "shaanxi", kPenglai, "物理學系",
     "doctor", "4", kTwoMonthsLeft, "ma.tianyu"},
    {"胡心怡", "HU", "XINYI", false, 2000, 6, 18, "420102", "hubei", kPenglai, "法律學系", "master",
     "2", kEndsTomorrow, "hu.xinyi", "en"},
    {"高一鳴", "GAO", "YIMING", true, 1997, 4, 1, "210102", "liaoning", kEastCoast, "電機工程系",
     "doctor", "5", kEndedYesterday, "gao.yiming"},
    {"何嘉欣", "HO", "KA YAN", false, 2002, 9, 9, "810000", "guangdong", kPenglai, "新聞學系",
     "bachelor", "2", kEntered, "ho.kayan", "zh-TW", "hk-macau-overseas"},
    // In the register alone: they may register.
    {"劉若曦", "LIU", "RUOXI", false, 2004, 4, 30, "350203", "fujian", kPenglai, "中國文學系",
     "bachelor", "2", kEntered},
    {"黃柏翰", "HUANG", "BOHAN", true, 2003, 12, 12, "450102", "guangxi", kYushan, "地理學系",
     "bachelor", "3", kEntered},
    {"陳𡘙", "CHEN", "BEN", true, 2001, 6, 6, "340102", "anhui", kPenglai, "數學系", "master", "1",
     kEntered},
    {"楊舒婷", "YANG", "SHUTING", false, 2002, 10, 24, "410102", "henan", kEastCoast, "護理系",
     "bachelor", "4", kEntered},
    {"許文彬", "XU", "WENBIN", true, 1999, 1, 1, "360102", "jiangxi", kPenglai, "化學系", "doctor",
     "1", kEntered},
    {"歐陽靜嫻", "OUYANG", "JINGXIAN", false, 2003, 3, 15, "430102", "hunan", kLongSchool,
     "海洋工程學系", "bachelor", "2", kEntered},
    {"蔣雨桐", "JIANG", "YUTONG", false, 2004, 11, 11, "330203", "zhejiang", kYushan,
     "心理與輔導學系", "bachelor", "1", kNotEntered},
    {"沈志遠", "SHEN", "ZHIYUAN", true, 2002, 5, 5, "120101", "tianjin", kPenglai, "經濟學系",
     "bachelor", "3", kExpired},
    {"韓冬梅", "HAN", "DONGMEI", false, 2000, 12, 22, "230102", "heilongjiang", kEastCoast,
     "食品科學系", "master", "2", kRevoked},
    {"唐子軒", "TANG", "ZIXUAN", true, 2003, 7, 19, "500103", "chongqing", kPenglai, "土木工程學系",
     "bachelor", "3", kExchanged},
    {"馮雪瑩", "FENG", "XUEYING", false, 2001, 1, 20, "220102", "jilin", kYushan, "美術學系",
     "master", "1", kFourMonthsLeft},
    {"曹逸凡", "CAO", "YIFAN", true, 1998, 8, 8, "530102", "yunnan", kPenglai, "大氣科學系",
     "doctor", "3", kTwoMonthsLeft},
    {"魏清揚", "WEI", "QINGYANG", false, 2002, 3, 30, "620102", "gansu", kEastCoast, "資訊管理系",
     "bachelor", "4", kTwoMonthsLeft},
    {"丁一", "DING", "YI", true, 2000, 1, 31, "520102", "guizhou", kPenglai, "哲學系", "master",
     "2", kEndsTomorrow},
    {"諸葛明遠", "ZHUGE", "MINGYUAN", true, 1996, 2, 29, "140105", "shanxi", kPenglai,
     "土木工程學系", "doctor", "6", kEndedYesterday},
    {"達娃卓瑪", "DAWA", "ZHUOMA", false, 2003, 9, 1, "540102", "tibet", kYushan, "民族學系",
     "bachelor", "2", kEntered},
    {"賀敏之", "HE", "MINZHI", false, 2001, 4, 16, "630102", "qinghai", kEastCoast, "社會工作系",
     "bachelor", "4", kEntered},
};

constexpr std::string_view kUnitZh = "移民事務組";
constexpr std::string_view kUnitEn = "Immigration Affairs Division";

const SampleNotice kNotices[] = {
    {"sample-1", true, 2, kUnitZh, kUnitEn, "開學期間案件量大，請提早送件",
     "Busy weeks at the start of term: please apply early",
     "每年二月及八月至九月為申請高峰，審核所需時間較平日為長。\n\n請於許可證或停留期限屆滿前備齊文"
     "件，及早"
     "送出申請，以免影響您的行程。",
     "February, August and September are the busiest months, and a review takes longer than "
     "usual.\n\nPlease have your documents ready and apply well before your permit or your stay "
     "ends."},
    {"sample-2", false, 9, kUnitZh, kUnitEn, "檔案格式與大小說明", "About file types and sizes",
     "應檢附文件可為 JPG、PNG、HEIC、BMP 或 PDF，每個檔案至多 20 "
     "MB，每一欄位最多五個檔案；過大的照片或掃描檔由系統自動縮小。\n\n照片請上傳直式"
     "彩色證件照，至少 413×531 像素。",
     "Documents may be JPG, PNG, HEIC, BMP or PDF files of up to 20 MB each, five at most for each "
     "slot. A photo or scan that is too large is made smaller by the site.\n\nThe photo is an "
     "upright portrait in colour of at least 413×531 pixels."},
    {"sample-3", false, 16, kUnitZh, kUnitEn, "延期申請受理期間",
     "When an extension may be applied for",
     "多次證延期申請自停留期限屆滿前三個月起受理，逾期將無法線上申請。\n\n系統會告訴您最早可以申請"
     "的日期。",
     "An extension may be applied for within the three months before the permitted stay ends, and "
     "not after it.\n\nThe system tells you the first day on which you may apply."},
    {"sample-4", false, 30, "資訊組", "Information Division", "系統維護時間", "Maintenance window",
     "每月第二個星期日凌晨二時至四時為例行維護時間，維護期間可能暫時無法連線。\n\n已儲存的草稿不受"
     "影響。",
     "Every second Sunday of the month, from 2 to 4 in the morning, the system may be out of reach "
     "for a while.\n\nSaved drafts are not affected."},
    {"sample-5", false, 45, kUnitZh, kUnitEn, "線上繳費方式", "Ways to pay",
     "核准後可選擇信用卡、網路 "
     "ATM、虛擬帳戶或便利商店繳費。\n\n便利商店繳費約需二至三個工作天入帳，入帳後即"
     "核發許可證。",
     "After approval you may pay by card, web ATM, virtual account or at a convenience "
     "store.\n\nStore payments reach us within two or three working days; the permit is issued as "
     "soon as they do."},
    {"sample-6", false, 70, kUnitZh, kUnitEn, "請使用可收信的電子郵件信箱",
     "Please give a mailbox that our letters reach",
     "補正通知、繳費通知及新密碼均寄至您登記的信箱。\n\n信箱如有變更，請至「帳號維護」的「基本資料"
     "維"
     "護」修改，並由新信箱確認。",
     "Requests for corrections, notices of payment and new passwords go to the mailbox that you "
     "registered.\n\nIf it changes, enter the new one under Account, Basic data, and confirm it "
     "from there."},
};

}  // namespace

std::span<const SampleStudent> SampleStudents() { return kStudents; }

std::span<const SampleNotice> SampleNotices() { return kNotices; }

}  // namespace permit::ctl
