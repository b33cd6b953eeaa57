/**
 * Words around names that are no part of them. Lower case, without dots. Data, not rules: add what is
 * missing.
 */

/** Academic titles and forms of address before a name. */
export const prefixes = new Set(
  'dr prof professor mr mrs ms mx miss sir dame dipl-ing dipl ing ir eng engr mag mba drs herr frau dra adv ca cpa rev hon capt col lt maj sgt phd md'.split(
    ' ',
  ),
);

/** Degrees and certificates after a name. */
export const credentials = new Set(
  (
    'phd md mba msc bsc ma ba bs ms meng beng med mph mpa mpp mfa bfa llm llb jd jsd dba edd psyd pharmd dds dmd dvm do rn np lcsw lmft ' +
    'cpa cfa caia frm acca aca fca ca cma cia cisa cissp cism crisc ceh oscp pmp pmi-acp prince2 csm cspo psm pspo safe itil togaf ' +
    'sphr phr shrm-cp shrm-scp cipd fcipd mcipd assoc pe peng ceng cfp chfc clu cpcu cpo cpim cscp six-sigma leed aia raia riba frics mrics ' +
    'esq dphil dsc mphil mtech btech be mca bca mres pgdm pgce mbbs fracs frcs mrcp facs fache habil acc pcc mcc icf gphr cisco ccna ccnp ccie aws'
  ).split(' '),
);

/** Words after a name that belong to it. */
export const suffixes = new Set('jr sr ii iii iv'.split(' '));

/** Words that open a family name of several words. */
export const particles = new Set(
  'van von de der den del della di da das do dos du la le ten ter zu zum bin ibn bint al el ben af av'.split(
    ' ',
  ),
);
