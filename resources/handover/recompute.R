# Recomputes the main numbers from the tables beside this script:
#   Rscript recompute.R [FOLDER]
# With the package mmrm the changes have Kenward-Roger degrees of freedom as in sscviewer; without it nlme::gls
# fits the same model (REML, unstructured covariance), whose estimates are the same and whose standard errors
# lack the adjustment. survival gives the time on drug.

arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments)) arguments[1] else "."
read <- function(name) read.csv(file.path(folder, paste0(name, ".csv")), stringsAsFactors = FALSE,
                                na.strings = "", colClasses = c(USUBJID = "character"), fileEncoding = "UTF-8-BOM")
adsl <- read("adsl"); adbds <- read("adbds"); adae <- read("adae"); adtte <- read("adtte")

cat("N\t", sum(adsl$SAFFL == "Y"), "\n", sep = "")
counted <- adae[adae$ANL01FL %in% "Y", ]
cat("AE\t", length(unique(counted$USUBJID)), "\t", nrow(counted), "\n", sep = "")

rows <- adbds[adbds$MMRMFL %in% "Y", ]
has_mmrm <- requireNamespace("mmrm", quietly = TRUE)
for (code in unique(rows$PARAMCD)) {
  of <- rows[rows$PARAMCD == code, ]
  of$VISITF <- factor(of$AVISITN); of$SUBJF <- factor(of$USUBJID)
  n <- table(of$VISITF)
  found <- try({
    if (has_mmrm) {
      model <- mmrm::mmrm(CHG ~ 0 + VISITF + us(VISITF | SUBJF), data = of, reml = TRUE, method = "Kenward-Roger")
      coefficients <- summary(model)$coefficients
      list(estimate = coefficients[, 1], se = coefficients[, 2])
    } else {
      library(nlme)
      of$PLACE <- as.integer(of$VISITF)
      model <- if (nlevels(of$VISITF) > 1)
        gls(CHG ~ 0 + VISITF, data = of, correlation = corSymm(form = ~ PLACE | SUBJF),
            weights = varIdent(form = ~ 1 | VISITF), method = "REML", na.action = na.omit,
            control = glsControl(maxIter = 500, msMaxIter = 500, opt = "optim"))
      else gls(CHG ~ 1, data = of, method = "REML")
      list(estimate = coef(model), se = sqrt(diag(vcov(model))))
    }
  }, silent = TRUE)
  if (inherits(found, "try-error")) { cat("MMRM\t", code, "\tno fit\n", sep = ""); next }
  for (at in seq_along(found$estimate))
    cat("MMRM\t", code, "\t", levels(of$VISITF)[at], "\t", n[at], "\t", format(found$estimate[at], digits = 10),
        "\t", format(found$se[at], digits = 10), "\n", sep = "")
}

if (requireNamespace("survival", quietly = TRUE)) {
  of <- adtte[adtte$PARAMCD == "TTDISC" & !is.na(adtte$AVAL), ]
  curve <- survival::survfit(survival::Surv(AVAL, CNSR == 0) ~ 1, data = of)
  events <- curve$n.event > 0
  cat(sprintf("KM\t%g\t%d\t%.10f\n", curve$time[events], as.integer(curve$n.risk[events]), curve$surv[events]), sep = "")
}
