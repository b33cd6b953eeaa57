import { baseStyle } from './look.ts';

/** The Ember pages have telling class names, so one sheet serves them all. */
export const emberStyle = `${baseStyle}
.visually-hidden,.a11y-text{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.global-nav{background:#fff;border-bottom:1px solid #d5dee2}
.global-nav__content{max-width:1128px;margin:auto;display:flex;align-items:center;gap:24px;height:52px;padding:0 16px}
.global-nav__brand{width:30px;height:30px;border-radius:9px;background:#0e6f6f;color:#fff;display:grid;place-items:center}
.global-nav__primary-items{display:flex;gap:28px;margin-inline-start:auto;font-size:12px;color:#5b6b73}
.global-nav__me-photo{width:24px;height:24px;border-radius:50%;display:block}
.scaffold-layout__row{max-width:1128px;margin:24px auto;padding:0 16px;display:grid;
grid-template-columns:minmax(0,1fr) 300px;gap:24px}
.artdeco-card{background:#fff;border:1px solid #dbe3e6;border-radius:12px;overflow:hidden;margin-bottom:10px}
.ph5{padding-inline:24px}.pb5{padding-bottom:20px}.pv3{padding-block:12px}.mt2{margin-top:8px}.mt4{margin-top:16px}
.cover{height:150px;background:linear-gradient(120deg,#c9d4e4,#d7e4d6 60%,#efdcc8)}
.pv-top-card__photo{width:140px;height:140px;border-radius:50%;border:4px solid #fff;margin-top:-80px;display:block}
.text-heading-xlarge,.org-top-card-summary__title{font-size:25px;font-weight:600;line-height:1.25}
.text-heading-xlarge{display:inline}
.text-heading-large{font-size:20px;font-weight:600;padding:18px 24px 6px}
.text-body-small,.t-black--light{color:#5b6b73;font-size:14px}
.t-bold{font-weight:600}
.link-without-visited-state{color:#0b6363;font-weight:600}
.pv-top-card__columns{display:flex;justify-content:space-between;gap:24px;flex-wrap:wrap}
.pv-text-details__right-panel-item-link{display:flex;gap:10px;align-items:center;font-weight:600;padding:4px 0;font-size:14px;
border:0;background:none}
.pv-text-details__right-panel-item-link img{width:34px;height:34px;border-radius:6px}
.pvs-list__item{padding:12px 24px;border-top:1px solid #eef2f3}
.pvs-entity{display:flex;gap:14px}
.pvs-entity__logo{width:48px;height:48px;border-radius:8px;background:#e4ebed;display:block}
.pvs-entity__texts{flex:1;min-width:0;display:flex;flex-direction:column}
.pvs-sub{margin-inline-start:12px;border-inline-start:2px solid #dfe6e9;padding-inline-start:16px}
.artdeco-button{border:1px solid #0e6f6f;background:#fff;color:#0b6363;border-radius:20px;padding:5px 16px;font-weight:600}
.artdeco-button--primary{background:#0e6f6f;color:#fff}
.artdeco-dropdown__content{display:none}
.white-space-pre-line,.break-words p,.white-space-pre-wrap{white-space:pre-line}
.aside-person{display:flex;gap:10px;padding:8px 24px}
.aside-person img{width:44px;height:44px;border-radius:50%}
.org-top-card__logo{width:112px;height:112px;border-radius:12px;border:4px solid #fff;margin-top:-64px;display:block}
.org-top-card-summary-info-list{display:flex;flex-wrap:wrap;gap:4px 14px;color:#5b6b73;font-size:14px}
.inline-block{display:inline-flex;gap:14px;flex-wrap:wrap}
.org-page-navigation__items{display:flex;gap:24px;border-top:1px solid #eef2f3;padding:12px 24px;font-weight:600}
dl{padding:0 0 8px}dt{font-weight:600;margin-top:12px}
.feed-post{padding:16px 24px;border-top:1px solid #eef2f3}
.feed-post img{width:100%;height:180px;object-fit:cover;border-radius:8px;margin-top:8px;display:block}
`;
