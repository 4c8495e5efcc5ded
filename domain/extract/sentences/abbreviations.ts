const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Titles and the like: what follows belongs to them, whatever it is. Written without their last point. */
export const beforeName = words(`
  M MM Mme Mmes Mlle Mgr Dr Pr Prof Mr Mrs Ms Messrs Rev Hon Sen Rep Gov Pres Amb Sec Insp Supt
  Gen Gén gén Lt lt Col Sgt Cpl Capt Cpt Cmdr Cdr Adm Maj Brig Pvt Cne Cdt Ste Mt Ft
  e.g i.e cf vs viz ca`);

/** What follows belongs to them where it is a number: "No. 5", "p. 12", "env. 500", "Aug. 6". */
export const beforeNumber = words(`
  No no Nos nos N° n° Nº nº Nr p pp art Art chap Chap vol Vol fig Fig al par sect env approx Approx est éd
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec janv févr avr juil sept oct nov déc`);

/** They stand inside a sentence as readily as at its end: the next word decides. */
export const mayEnd = words(`
  Co co Corp Inc Ltd Bros Jr Sr St st Ave Blvd bd av etc Dept Univ Ph.D approx sq
  Jan Feb Aug Sept Oct Nov Dec`);

/** Words a sentence opens with and a name after an abbreviation hardly ever does. */
export const openers = words(`
  The A An It Its He His She Her They Their We Our You Your I This That These Those There Here
  In On At By For From To With As After Before Since Until While When Where Who What Why Which How If
  But And Or So Yet Now Then Also However Meanwhile Earlier Later Both Some Many Most Several All Each No Not
  Is Are Was Were Do Does Did Has Have Had Will Would Can Could Should According
  Mr Mrs Ms Dr
  Le La Les L Un Une Des Du Au Aux Ce Cet Cette Ces Il Elle Ils Elles On Nous Vous Je J C Qui Que Quand Où
  Mais Et Ou Or Donc Car Ainsi Alors Après Avant Dans En Par Pour Selon Depuis Si Sur Sous Sans Avec D Deux
  Plusieurs Certains Leur Leurs Son Sa Ses Mme`);
