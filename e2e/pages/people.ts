import type { Person } from './cast.ts';
import { brightfjord, hoshimura, marlowick, pellworth, quandelo, saharaSun, tessarine } from './companies.ts';

/** The invented members. Three of them work at Brightfjord Systems. */

/** Whose screen the signed-in pages are: in the navigation and the page's data, never the subject but once. */
export const viewer: Person = {
  handle: 'nora-whitcombe',
  memberId: '412907735',
  shownName: 'Nora Whitcombe',
  firstName: 'Nora',
  lastName: 'Whitcombe',
  pronouns: 'She/Her',
  headline: 'Account Executive at Tessarine Press',
  location: 'Leeds, England, United Kingdom',
  about: 'I sell books about boats to people who have neither.',
  chip: tessarine,
  connections: '418',
  followers: 431,
  experience: [
    {
      name: tessarine.name,
      company: tessarine,
      type: 'Full-time',
      roles: [{ title: 'Account Executive', from: 'Sep 2022', to: 'Present', duration: '4 yrs 3 mos' }],
    },
  ],
  language: 'en',
};

export const ingrid: Person = {
  handle: 'ingrid-solvang',
  memberId: '238114906',
  shownName: 'Ingrid Solvang',
  firstName: 'Ingrid',
  lastName: 'Solvang',
  pronouns: 'She/Her',
  headline: 'VP Sales at Brightfjord Systems | Ports, people and patience',
  location: 'Bergen, Vestland, Norway',
  about:
    'I help ports buy software once and use it for twenty years. Before Brightfjord I loaded ships myself, which ' +
    'is why I ask about the night shift first.\n\nAway from work: rowing, choir, and a garden that loses to the deer.',
  chip: brightfjord,
  school: pellworth,
  connections: '500+',
  followers: 2_914,
  degree: 2,
  verified: true,
  premium: true,
  skills: ['Negotiation', 'Key account management', 'Port operations', 'Public speaking'],
  experience: [
    {
      name: brightfjord.name,
      company: brightfjord,
      type: 'Full-time',
      roles: [
        {
          title: 'VP Sales',
          from: 'Apr 2021',
          to: 'Present',
          duration: '5 yrs 8 mos',
          place: 'Bergen, Vestland, Norway · Hybrid',
          text: 'Lead a team of eleven in three countries. New ports: Halifax, Gdynia, Valparaíso.',
        },
      ],
    },
    {
      name: marlowick.name,
      company: marlowick,
      type: 'Full-time',
      roles: [
        {
          title: 'Terminal Manager',
          from: 'Feb 2016',
          to: 'Mar 2021',
          duration: '5 yrs 2 mos',
          place: 'Bremen, Germany',
          text: 'Two quays, 140 people, one coffee machine.',
        },
      ],
    },
    {
      name: 'Skarvøy Havn',
      type: 'Seasonal',
      roles: [{ title: 'Deckhand', from: 'Jun 2013', to: 'Sep 2013', duration: '4 mos' }],
    },
  ],
  studies: [
    { school: pellworth, degree: 'Master of Science - MS, Naval Architecture', years: '2009 – 2014' },
  ],
  language: 'en',
};

export const tomas: Person = {
  handle: 'tomas-okafor-reyes-31b',
  memberId: '651230448',
  shownName: 'Tomás Okafor Reyes',
  unsplitName: true,
  firstName: 'Tomás',
  lastName: 'Okafor Reyes',
  headline: 'Berth planning, forecasting and other ways to be wrong',
  location: 'Rotterdam, South Holland, Netherlands',
  about: 'Forecasts for Brightfjord’s planners. Former astronomer; ships move slower, which helps.',
  chip: brightfjord,
  connections: '347',
  followers: 352,
  degree: 2,
  language: 'en',
};

export const priya: Person = {
  handle: 'priya-venkat-lund',
  memberId: '187650321',
  shownName: 'Priya Venkat-Lund',
  firstName: 'Priya',
  lastName: 'Venkat-Lund',
  headline: 'Chief Product Officer at Brightfjord Systems · Board member',
  location: 'Halifax, Nova Scotia, Canada',
  chip: brightfjord,
  connections: '500+',
  followers: 7_208,
  degree: 1,
  premium: true,
  skills: ['Product strategy', 'Interviewing', 'Maritime law'],
  experience: [
    {
      name: brightfjord.name,
      company: brightfjord,
      type: 'Full-time',
      total: '8 yrs 2 mos',
      roles: [
        {
          title: 'Chief Product Officer',
          from: 'Jan 2024',
          to: 'Present',
          duration: '2 yrs 11 mos',
          place: 'Halifax, Nova Scotia, Canada',
          text: 'Product, design and research for the planning suite.',
        },
        { title: 'Director of Product', from: 'May 2021', to: 'Jan 2024', duration: '2 yrs 9 mos' },
        { title: 'Product Manager', from: 'Oct 2018', to: 'May 2021', duration: '2 yrs 8 mos' },
      ],
    },
    {
      name: quandelo.name,
      company: quandelo,
      type: 'Part-time',
      roles: [
        {
          title: 'Independent Board Member',
          from: 'Mar 2023',
          to: 'Present',
          duration: '3 yrs 9 mos',
          place: 'Toronto',
        },
      ],
    },
    {
      name: 'Lighthouse Keepers of Sable Point',
      roles: [{ title: 'Volunteer Treasurer', from: '2017', to: 'Present', duration: '9 yrs' }],
    },
    {
      name: tessarine.name,
      company: tessarine,
      roles: [{ title: 'Editor', from: 'Aug 2014', to: 'Sep 2018', duration: '4 yrs 2 mos' }],
    },
  ],
  studies: [{ school: pellworth, degree: 'Bachelor of Laws - LLB', years: '2010 – 2014' }],
  language: 'en',
};

/** No employer, no chip, no photo, nothing mounted below the top card. */
export const marek: Person = {
  handle: 'marek-dolezal-illustration',
  memberId: '95540217',
  shownName: 'Marek Doležal',
  firstName: 'Marek',
  lastName: 'Doležal',
  headline: 'Freelance illustrator | Maps, mosses and machines | Open to commissions',
  location: 'Olomouc, Czechia',
  connections: '129',
  degree: 3,
  photo: false,
  language: 'en',
};

export const renske: Person = {
  handle: 'renske-vandaal',
  memberId: '330871265',
  shownName: 'Renske van Daal',
  firstName: 'Renske',
  lastName: 'van Daal',
  headline: 'Inkoper havenmaterieel bij Brightfjord Systems',
  location: 'Rotterdam, Zuid-Holland, Nederland',
  about: 'Kranen, kabels en contracten. Ik koop wat een haven nodig heeft en weet waar het ligt.',
  chip: brightfjord,
  connections: '500+',
  followers: 1_066,
  degree: 2,
  experience: [
    {
      name: brightfjord.name,
      company: brightfjord,
      type: 'Fulltime',
      roles: [
        { title: 'Inkoper', from: 'jun. 2020', to: 'heden', duration: '6 jr 6 mnd', place: 'Rotterdam' },
      ],
    },
    {
      name: marlowick.name,
      company: marlowick,
      type: 'Fulltime',
      roles: [{ title: 'Junior inkoper', from: 'mrt. 2015', to: 'mei 2020', duration: '5 jr 3 mnd' }],
    },
  ],
  language: 'nl',
};

export const yui: Person = {
  handle: 'yui-sato-kyoto',
  memberId: '540912233',
  shownName: '佐藤 結衣',
  unsplitName: true,
  alsoNamed: ['佐藤結衣'],
  firstName: '結衣',
  lastName: '佐藤',
  headline: '星村計測株式会社｜計測機器の海外営業を担当しています',
  location: '日本 京都府 京都市',
  about: '港湾向けの計測機器を十年売ってきました。測れないものは直せない、が口ぐせです。',
  chip: hoshimura,
  connections: '268',
  followers: 270,
  degree: 3,
  experience: [
    {
      name: hoshimura.name,
      company: hoshimura,
      type: '正社員',
      roles: [
        { title: '海外営業部 課長', from: '2019年4月', to: '現在', duration: '7年8ヶ月', place: '京都府' },
      ],
    },
  ],
  language: 'ja',
};

export const layla: Person = {
  handle: 'layla-almansoori-energy',
  memberId: '712004589',
  shownName: 'ليلى المنصوري',
  unsplitName: true,
  firstName: 'ليلى',
  lastName: 'المنصوري',
  headline: 'مديرة المبيعات في شمس الواحة للطاقة',
  location: 'أبوظبي، الإمارات العربية المتحدة',
  about: 'أعمل على إيصال الطاقة الشمسية إلى الموانئ والمدن الساحلية، وأؤمن بأن العقد الجيد يُقرأ مرة واحدة.',
  chip: saharaSun,
  connections: '500+',
  followers: 1_840,
  degree: 2,
  verified: true,
  experience: [
    {
      name: saharaSun.name,
      company: saharaSun,
      type: 'دوام كامل',
      roles: [
        { title: 'مديرة المبيعات', from: 'مارس 2022', to: 'حتى الآن', duration: '4 سنوات', place: 'أبوظبي' },
      ],
    },
  ],
  language: 'ar',
};

/** Emojis and credentials around the name; followed rather than connected. */
export const amara: Person = {
  handle: 'dr-amara-nkemelu',
  memberId: '20418876',
  shownName: 'Dr. Amara Nkemelu, MBA 🚀',
  alsoNamed: ['Dr. Amara Nkemelu, MBA', 'Amara Nkemelu, MBA', 'Dr. Amara Nkemelu', 'Amara Nkemelu'],
  firstName: 'Amara',
  lastName: 'Nkemelu',
  headline:
    '🌍 Keynotes on patient care | Chief Medical Officer @ Quandelo Health | Author of "The Same Day"',
  location: 'Toronto, Ontario, Canada',
  about: '🩺 Physician first. I write about waiting rooms, and about how to need fewer of them.',
  chip: quandelo,
  followers: 218_340,
  verified: true,
  premium: true,
  language: 'en',
};

export const oskar: Person = {
  handle: 'oskar-lindqvist-bao',
  memberId: '1402233910',
  shownName: 'Oskar Lindqvist Bao',
  unsplitName: true,
  firstName: 'Oskar',
  lastName: 'Lindqvist Bao',
  headline: 'Student at Pellworth University',
  location: 'Pellworth, Ostmark',
  school: pellworth,
  connections: '86',
  degree: 3,
  experience: [],
  studies: [
    { school: pellworth, degree: 'Bachelor of Engineering - BE, Marine Engineering', years: '2024 – 2027' },
  ],
  language: 'en',
};

/** German interface; a handle that the address bar percent-encodes. */
export const joerg: Person = {
  handle: 'jörg-weißenfels-hafen',
  memberId: '277340915',
  shownName: 'Jörg Weißenfels',
  firstName: 'Jörg',
  lastName: 'Weißenfels',
  headline: 'Leiter Disposition bei Marlowick Spedition',
  location: 'Bremen, Bremen, Deutschland',
  about: 'Seit 1998 im Umschlag. Ich mag pünktliche Züge und kurze Besprechungen.',
  chip: marlowick,
  connections: '312',
  followers: 1_318,
  degree: 2,
  experience: [
    {
      name: marlowick.name,
      company: marlowick,
      type: 'Vollzeit',
      total: '12 Jahre 3 Monate',
      roles: [
        {
          title: 'Leiter Disposition',
          from: 'Jan. 2020',
          to: 'Heute',
          duration: '6 Jahre 11 Monate',
          place: 'Bremen',
        },
        { title: 'Disponent', from: 'Sept. 2014', to: 'Dez. 2019', duration: '5 Jahre 4 Monate' },
      ],
    },
    {
      name: 'Weserkai Umschlag',
      type: 'Vollzeit',
      roles: [{ title: 'Kranführer', from: 'März 2001', to: 'Aug. 2014', duration: '13 Jahre 6 Monate' }],
    },
  ],
  language: 'de',
};

/** Ember pages. */
export const clara: Person = {
  handle: 'clara-mbeki-hoffmann',
  memberId: '148820566',
  shownName: 'Clara Mbeki Hoffmann',
  firstName: 'Clara',
  lastName: 'Mbeki Hoffmann',
  headline: 'Head of Procurement at Quandelo Health',
  location: 'Montreal, Quebec, Canada',
  about: 'Twenty years of buying things that beep. I negotiate in three languages and apologise in one.',
  chip: quandelo,
  school: pellworth,
  connections: '500+',
  followers: 1_977,
  degree: 2,
  skills: ['Procurement', 'Contract law', 'Supplier audits'],
  experience: [
    {
      name: quandelo.name,
      company: quandelo,
      type: 'Full-time',
      total: '7 yrs 1 mo',
      roles: [
        { title: 'Head of Procurement', from: 'Feb 2022', to: 'Present', duration: '3 yrs 10 mos' },
        { title: 'Senior Buyer', from: 'Nov 2018', to: 'Feb 2022', duration: '3 yrs 4 mos' },
      ],
    },
    {
      name: tessarine.name,
      company: tessarine,
      type: 'Contract',
      roles: [
        { title: 'Print Buyer', from: 'Jan 2012', to: 'Oct 2018', duration: '6 yrs 10 mos', place: 'Leeds' },
      ],
    },
  ],
  studies: [{ school: pellworth, degree: 'Bachelor of Arts - BA, Economics', years: '2004 - 2008' }],
  language: 'en',
};

export const etienne: Person = {
  handle: 'etienne-garrabost',
  memberId: '83316402',
  shownName: 'Étienne Garrabost',
  firstName: 'Étienne',
  lastName: 'Garrabost',
  headline: 'Responsable grands comptes chez Brightfjord Systems',
  location: 'Nantes, Pays de la Loire, France',
  about: 'Quinze ans entre l’estuaire et les salons professionnels.',
  chip: brightfjord,
  connections: '204',
  followers: 204,
  degree: 3,
  experience: [
    {
      name: brightfjord.name,
      company: brightfjord,
      type: 'CDI',
      roles: [
        { title: 'Responsable grands comptes', from: 'févr. 2020', to: 'aujourd’hui', duration: '5 ans' },
      ],
    },
    {
      name: 'Chantiers de la Brière',
      type: 'CDI',
      roles: [{ title: 'Chargé d’affaires', from: 'sept. 2010', to: 'janv. 2020', duration: '9 ans 5 mois' }],
    },
  ],
  language: 'fr',
};

/** Pages without signing in. */
export const wanjiru: Person = {
  handle: 'wanjiru-abernethy',
  memberId: '57700912',
  shownName: 'Wanjiru Abernethy',
  firstName: 'Wanjiru',
  lastName: 'Abernethy',
  headline: 'Founder of Kettlewren Tools. Building benches, saws and a small library.',
  location: 'Greater Edinburgh Area',
  about: 'I make hand tools for people who read the manual. Ask me about left-handed planes.',
  chip: { ...tessarine, name: 'Kettlewren Tools', handle: 'kettlewren-tools', id: '90557120' },
  school: pellworth,
  connections: '500+',
  followers: 4_312,
  experience: [
    {
      name: 'Kettlewren Tools',
      company: { ...tessarine, name: 'Kettlewren Tools', handle: 'kettlewren-tools', id: '90557120' },
      roles: [
        {
          title: 'Founder',
          from: 'May 2019',
          to: 'Present',
          duration: '7 years 7 months',
          place: 'Leith, Scotland',
        },
      ],
    },
    {
      name: tessarine.name,
      company: tessarine,
      roles: [{ title: 'Production Lead', from: 'Jan 2011', to: 'Apr 2019', duration: '8 years 4 months' }],
    },
  ],
  studies: [{ school: pellworth, degree: 'Master of Fine Arts', years: '2008 - 2010' }],
  language: 'en',
};

export const bence: Person = {
  handle: 'bence-farkasdy',
  memberId: '101993047',
  shownName: 'Bence Farkasdy',
  firstName: 'Bence',
  lastName: 'Farkasdy',
  headline: 'Solutions Engineer at Brightfjord Systems',
  location: 'Budapest, Hungary',
  about: 'I explain cranes to computers, and the other way round.',
  chip: brightfjord,
  school: pellworth,
  connections: '391',
  followers: 402,
  experience: [
    {
      name: brightfjord.name,
      company: brightfjord,
      roles: [{ title: 'Solutions Engineer', from: 'Mar 2022', to: 'Present', duration: '4 years 9 months' }],
    },
    {
      name: marlowick.name,
      company: marlowick,
      roles: [{ title: 'IT Trainee', from: 'Aug 2020', to: 'Feb 2022', duration: '1 year 7 months' }],
    },
  ],
  studies: [{ school: pellworth, degree: 'Bachelor of Science', years: '2016 - 2020' }],
  language: 'en',
};
