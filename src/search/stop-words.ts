/** Words too common to tell one item from another. They are not indexed; a phrase steps over them. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "ad af alle alt at blev blive bliver da de dem den denne der deres det dette dig din disse dog du efter eller en end " +
    "er et for fra ham han hans har havde have hende hendes her hos hun hvad hvis hvor i ikke ind jeg jo kan kom kunne man " +
    "med meget men mig min mod nu når og også om op os over på samt selv sig sin sine sit skal skulle som så til ud under " +
    "var ved vi vil ville vor være været pr dvs mv m v kl d"
  ).split(" "),
);
