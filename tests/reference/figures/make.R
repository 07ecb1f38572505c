# Makes mixed.json, cox.json, log_rank.json and wilcoxon.json of this folder with R and its packages nlme,
# lme4, lmerTest, pbkrtest, emmeans and survival: Rscript make.R, in this folder.
suppressPackageStartupMessages({library(nlme); library(survival); library(lmerTest); library(pbkrtest); library(emmeans)})
library(jsonlite)
put <- function(x, file) write(toJSON(x, digits = NA, auto_unbox = TRUE, null = "null", na = "null"), file)
columns <- function(d) as.list(as.data.frame(lapply(d, function(v) if (is.factor(v)) as.character(v) else v)))

# Mixed models: the growth curves of Potthoff and Roy (1964), and a made trial with missing visits.
growth <- data.frame(y = Orthodont$distance, visit = Orthodont$age, arm = as.character(Orthodont$Sex),
                     id = as.character(Orthodont$Subject))
set.seed(11)
trial <- expand.grid(visit = c(0, 3, 6, 12), id = sprintf("P%02d", 1:24))
trial$arm <- ifelse(as.integer(factor(trial$id)) %% 3 == 0, "Control", "Drug")
trial$y <- round(62 + rep(rnorm(24, 0, 5), each = 4) + rep(rnorm(24, 0, 0.3), each = 4) * trial$visit -
                 0.2 * trial$visit * (trial$arm == "Control") + rnorm(96, 0, 2), 1)
trial <- trial[!(trial$visit > 0 & runif(96) < 0.2), c("y", "visit", "arm", "id")]
trial$id <- as.character(trial$id)
data <- list(growth = growth, trial = trial)

weights <- list(us = TRUE, cs = FALSE, csh = TRUE, ar1 = FALSE, ar1h = TRUE)
marginal <- function(d, kind, method) {
  d$v <- factor(d$visit); d$n <- as.integer(d$v)
  correlation <- switch(kind, us = corSymm(form = ~ n | id), cs = corCompSymm(form = ~ n | id),
                        csh = corCompSymm(form = ~ n | id), corAR1(form = ~ n | id))
  fit <- gls(y ~ v * arm, d, correlation = correlation, method = method,
             weights = if (weights[[kind]]) varIdent(form = ~ 1 | v),
             control = glsControl(maxIter = 500, msMaxIter = 500, tolerance = 1e-10, msTol = 1e-12))
  list(covariance = kind, method = tolower(method), minus_two_log_likelihood = -2 * as.numeric(logLik(fit)),
       estimate = unname(coef(fit)), se = if (method == "REML") unname(sqrt(diag(vcov(fit)))))
}
random <- function(d, slope) {
  d$v <- factor(d$visit)
  control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5))
  fit <- if (slope) lmer(y ~ visit * arm + (visit | id), d, control = control)
         else lmer(y ~ v * arm + (1 | id), d, control = control)
  told <- function(ddf) { t <- coef(summary(fit, ddf = ddf)); list(se = unname(t[, 2]), df = unname(t[, 3])) }
  kr <- told("Kenward-Roger")
  out <- list(random = if (slope) "slope" else "intercept",
              minus_two_log_likelihood = as.numeric(REMLcrit(fit)), estimate = unname(fixef(fit)),
              satterthwaite = told("Satterthwaite"), kenward_roger = kr, singular = isSingular(fit))
  if (!slope) {
    means <- as.data.frame(emmeans(fit, ~ arm | v, lmer.df = "kenward-roger"))
    out$means <- list(arm = as.character(means$arm), visit = as.character(means$v), estimate = means$emmean,
                      se = means$SE, df = means$df, lower = means$lower.CL, upper = means$upper.CL)
  }
  out
}
kinds <- expand.grid(kind = names(weights), method = c("REML", "ML"), stringsAsFactors = FALSE)
put(lapply(data, function(d) list(
  data = columns(d),
  marginal = Map(function(k, m) marginal(d, k, m), kinds$kind, kinds$method) |> unname(),
  random = list(random(d, FALSE), random(d, TRUE)))), "mixed.json")

# Proportional hazards: two sets of the literature, and a made counting process with repeated events.
set.seed(5)
again <- do.call(rbind, lapply(1:20, function(i) {
  stops <- sort(sample(5:120, sample(1:4, 1)))
  data.frame(id = i, entry = c(0, head(stops, -1)), time = stops,
             event = c(rep(1, length(stops) - 1), rbinom(1, 1, 0.5)), arm = i %% 2,
             age = 40 + (7 * i) %% 31, site = i %% 3)
}))
d <- ovarian; d <- data.frame(entry = 0, time = d$futime, event = d$fustat, arm = d$rx, age = round(d$age, 1), site = d$resid.ds, id = seq_len(nrow(d)))
a <- data.frame(entry = 0, time = aml$time, event = aml$status, arm = as.integer(aml$x == "Nonmaintained"), age = 0, site = 0, id = seq_len(nrow(aml)))
sets <- list(ovarian = d, aml = a, again = again)
models <- list(
  list("ovarian", y ~ arm + age, c("arm", "age"), FALSE, FALSE),
  list("ovarian", y ~ arm + age + strata(site), c("arm", "age"), TRUE, FALSE),
  list("ovarian", y ~ arm + age, c("arm", "age"), FALSE, TRUE),
  list("aml", y ~ arm, "arm", FALSE, FALSE),
  list("again", y ~ arm + age, c("arm", "age"), FALSE, TRUE),
  list("again", y ~ arm + age, c("arm", "age"), FALSE, FALSE),
  list("again", y ~ arm + age + strata(site), c("arm", "age"), TRUE, TRUE))
cox <- list()
for (m in models) for (ties in c("efron", "breslow")) {
  s <- sets[[m[[1]]]]; s$y <- Surv(s$entry, s$time, s$event)
  fit <- if (m[[5]]) coxph(m[[2]], s, ties = ties, cluster = id, eps = 1e-12, iter.max = 50)
         else coxph(m[[2]], s, ties = ties, eps = 1e-12, iter.max = 50)
  cox[[length(cox) + 1]] <- list(data = m[[1]], covariates = I(m[[3]]), strata = m[[4]], cluster = m[[5]],
    ties = ties, coefficient = I(unname(coef(fit))), covariance = unname(fit$var),
    model_covariance = if (m[[5]]) unname(fit$naive.var) else unname(fit$var),
    log_likelihood = fit$loglik, n = fit$n, events = fit$nevent)
}
put(list(data = lapply(sets, columns), fits = cox), "cox.json")

rank <- list()
for (name in c("ovarian", "aml")) for (rho in c(0, 1)) {
  s <- sets[[name]]; test <- survdiff(Surv(time, event) ~ arm, s, rho = rho)
  rank[[length(rank) + 1]] <- list(data = name, group = "arm", stratified = FALSE, rho = rho,
    chi_squared = test$chisq, df = 1)
}
for (rho in c(0, 1)) {
  test <- survdiff(Surv(time, event) ~ arm + strata(site), d, rho = rho)
  rank[[length(rank) + 1]] <- list(data = "ovarian", group = "arm", stratified = TRUE, rho = rho, chi_squared = test$chisq, df = 1)
  first <- again[!duplicated(again$id), ]
  test <- survdiff(Surv(time, event) ~ site, first, rho = rho)
  rank[[length(rank) + 1]] <- list(data = "first", group = "site", stratified = FALSE, rho = rho, chi_squared = test$chisq, df = 2)
}
for (i in seq_along(rank)) rank[[i]]$p_value <- pchisq(rank[[i]]$chi_squared, rank[[i]]$df, lower.tail = FALSE)
put(rank, "log_rank.json")

# The two examples of Hollander and Wolfe (1973) in R's own help page.
before <- c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
after <- c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
term <- c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46)
earlier <- c(1.15, 0.88, 0.90, 0.74, 1.21)
told <- function(t) list(p_value = t$p.value, estimate = unname(t$estimate), lower = t$conf.int[1], upper = t$conf.int[2])
put(list(signed_rank = told(wilcox.test(before, after, paired = TRUE, conf.int = TRUE)),
         rank_sum = told(wilcox.test(term, earlier, conf.int = TRUE))), "wilcoxon.json")

# The invented ADaM trial of tests/adam_trial.py (its sheet ADQSADAS written as adas.csv): analysis of
# covariance at week 24 with and without the file's own LOCF rows, the trend over doses, the mixed model.
if (file.exists("adas.csv")) {
  d <- subset(read.csv("adas.csv", na.strings = ""), EFFFL == "Y")
  d$SITEGR1 <- factor(d$SITEGR1); d$TRTP <- relevel(factor(d$TRTP), "Placebo")
  told <- function(e) {
    t <- as.data.frame(summary(e, infer = TRUE))
    list(arm = as.character(t[[1]]), visit = as.character(t[["v"]]), estimate = t[[setdiff(names(t), "v")[2]]],
         se = t$SE, df = t$df, lower = t$lower.CL, upper = t$upper.CL, p = t$p.value)
  }
  differences <- function(grid) told(contrast(grid, "revpairwise", adjust = "none"))
  week24 <- function(d) {
    means <- function(w) emmeans(lm(CHG ~ TRTP + SITEGR1 + BASE, d), "TRTP", weights = w)
    list(n = c(table(d$TRTP)), equal = told(means("equal")), proportional = told(means("proportional")),
         differences = differences(means("equal")),
         trend = unname(coef(summary(lm(CHG ~ TRTPN + SITEGR1 + BASE, d)))["TRTPN", ]))
  }
  at <- subset(d, AVISIT == "Week 24")
  o <- subset(d, is.na(DTYPE) & AVISITN > 0); o$v <- factor(o$AVISITN)
  mixed <- gls(CHG ~ TRTP * v + SITEGR1 + BASE * v, o, correlation = corSymm(form = ~ as.integer(v) | USUBJID),
               weights = varIdent(form = ~ 1 | v),
               control = glsControl(maxIter = 500, msMaxIter = 500, tolerance = 1e-11, msTol = 1e-13))
  t1 <- function(t, n) list(estimate = unname(if (length(t$estimate) > 1) -diff(t$estimate) else t$estimate),
                            se = unname(t$stderr), df = unname(t$parameter), lower = t$conf.int[1],
                            upper = t$conf.int[2], p = t$p.value, n = n)
  by <- split(at$CHG, at$TRTP)
  means <- list(all = t1(t.test(at$CHG), nrow(at)), arms = lapply(by, function(x) t1(t.test(x), length(x))),
                differences = lapply(by[names(by) != "Placebo"], function(x)
                  t1(t.test(x, by$Placebo), length(x) + length(by$Placebo))))
  put(list(carried_means = means, carried = week24(at), observed = week24(subset(at, is.na(DTYPE))),
           mixed = list(minus_two_log_likelihood = -2 * as.numeric(logLik(mixed)), n_obs = nrow(o),
                        differences = differences(emmeans(mixed, ~ TRTP | v, mode = "df.error")))), "adas.json")
}
