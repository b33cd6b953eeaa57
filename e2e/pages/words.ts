import type { Language } from './cast.ts';

/** The interface's own words on the sample pages. No reader may lean on them. */
export interface Words {
  about: string;
  activity: string;
  experience: string;
  education: string;
  skills: string;
  contactInfo: string;
  message: string;
  connect: string;
  follow: string;
  more: string;
  moreProfiles: string;
  mightKnow: string;
  home: string;
  network: string;
  jobs: string;
  messaging: string;
  notifications: string;
  me: string;
  search: string;
  profilePhoto: string;
  seeMore: string;
  mutual: (first: string, second: string) => string;
  connections: (count: string) => string;
  followers: (count: string) => string;
  degree: (digit: number) => string;
  locale: string;
  direction: 'ltr' | 'rtl';
}

const english: Words = {
  about: 'About',
  activity: 'Activity',
  experience: 'Experience',
  education: 'Education',
  skills: 'Skills',
  contactInfo: 'Contact info',
  message: 'Message',
  connect: 'Connect',
  follow: 'Follow',
  more: 'More',
  moreProfiles: 'More profiles for you',
  mightKnow: 'People you may know',
  home: 'Home',
  network: 'My Network',
  jobs: 'Jobs',
  messaging: 'Messaging',
  notifications: 'Notifications',
  me: 'Me',
  search: 'Search',
  profilePhoto: 'Profile photo',
  seeMore: 'more',
  mutual: (first, second) => `${first}, ${second} and 4 other mutual connections`,
  connections: (count) => `${count} connections`,
  followers: (count) => `${count} followers`,
  degree: (digit) => ['', '1st', '2nd', '3rd'][digit] ?? '',
  locale: 'en_US',
  direction: 'ltr',
};

const table: Record<Language, Words> = {
  en: english,
  de: {
    about: 'Info',
    activity: 'Aktivitäten',
    experience: 'Berufserfahrung',
    education: 'Ausbildung',
    skills: 'Kenntnisse',
    contactInfo: 'Kontaktdaten',
    message: 'Nachricht',
    connect: 'Vernetzen',
    follow: 'Folgen',
    more: 'Mehr',
    moreProfiles: 'Weitere Profile für Sie',
    mightKnow: 'Personen, die Sie kennen könnten',
    home: 'Start',
    network: 'Ihr Netzwerk',
    jobs: 'Jobs',
    messaging: 'Nachrichten',
    notifications: 'Mitteilungen',
    me: 'Sie',
    search: 'Suche',
    profilePhoto: 'Profilfoto',
    seeMore: 'mehr',
    mutual: (first, second) => `${first}, ${second} und 4 weitere gemeinsame Kontakte`,
    connections: (count) => `${count} Kontakte`,
    followers: (count) => `${count} Follower:innen`,
    degree: (digit) => `${digit}.`,
    locale: 'de_DE',
    direction: 'ltr',
  },
  nl: {
    ...english,
    about: 'Over',
    activity: 'Activiteit',
    experience: 'Ervaring',
    education: 'Opleiding',
    contactInfo: 'Contactgegevens',
    message: 'Bericht',
    connect: 'Connectie maken',
    follow: 'Volgen',
    more: 'Meer',
    profilePhoto: 'Profielfoto',
    seeMore: 'meer',
    connections: (count) => `${count} connecties`,
    followers: (count) => `${count} volgers`,
    degree: (digit) => `${digit}e`,
    locale: 'nl_NL',
  },
  fr: {
    ...english,
    about: 'Infos',
    activity: 'Activité',
    experience: 'Expérience',
    education: 'Formation',
    contactInfo: 'Coordonnées',
    message: 'Message',
    connect: 'Se connecter',
    follow: 'Suivre',
    more: 'Plus',
    profilePhoto: 'Photo de profil',
    seeMore: 'voir plus',
    connections: (count) => `${count} relations`,
    followers: (count) => `${count} abonnés`,
    degree: (digit) => `${digit}e`,
    locale: 'fr_FR',
  },
  ja: {
    ...english,
    about: '自己紹介',
    activity: 'アクティビティ',
    experience: '職歴',
    education: '学歴',
    contactInfo: '連絡先情報',
    message: 'メッセージ',
    connect: 'つながりを申請',
    follow: 'フォロー',
    more: 'その他',
    profilePhoto: 'プロフィール写真',
    seeMore: '続きを見る',
    connections: (count) => `つながり${count}人`,
    followers: (count) => `フォロワー${count}人`,
    degree: (digit) => `${digit}次`,
    locale: 'ja_JP',
  },
  ar: {
    ...english,
    about: 'نبذة عني',
    activity: 'النشاط',
    experience: 'الخبرة',
    education: 'التعليم',
    contactInfo: 'معلومات الاتصال',
    message: 'رسالة',
    connect: 'تواصل',
    follow: 'متابعة',
    more: 'المزيد',
    moreProfiles: 'ملفات شخصية أخرى لك',
    home: 'الرئيسية',
    network: 'شبكتي',
    jobs: 'الوظائف',
    messaging: 'الرسائل',
    notifications: 'الإشعارات',
    me: 'أنا',
    search: 'بحث',
    profilePhoto: 'صورة الملف الشخصي',
    seeMore: 'المزيد',
    connections: (count) => `${count} من الزملاء`,
    followers: (count) => `${count} من المتابعين`,
    degree: (digit) => ['', 'الأول', '2', '3'][digit] ?? '',
    locale: 'ar_AE',
    direction: 'rtl',
  },
};

export function wordsOf(language: Language): Words {
  return table[language];
}

/** A count as the language groups it: `17,457`, `17.457`, `17 457`. */
export function grouped(count: number, language: Language): string {
  const locale = language === 'ar' ? 'en' : language;
  return new Intl.NumberFormat(locale).format(count);
}
