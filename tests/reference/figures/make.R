# Makes mixed.json, cox.json, log_rank.json, wilcoxon.json, adas.json and two_arms.json of this folder with R and its packages nlme,
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

# Methods of a statistical analysis plan on one invented trial of two arms (two_arms.csv: the demo's FVC).
if (file.exists("two_arms.csv")) {
  d <- read.csv("two_arms.csv"); d$arm <- relevel(factor(d$arm), "Placebo")
  d$base <- subset(d, month == 0)$aval[match(d$id, subset(d, month == 0)$id)]; d$chg <- d$aval - d$base
  last <- subset(d, month == 12); N <- table(subset(d, month == 0)$arm)
  est <- function(e) { t <- as.data.frame(summary(e, infer = TRUE)); names(t)[names(t) == "emmean"] <- "estimate"
    list(estimate = t$estimate, se = t$SE, df = t$df, lower = t$lower.CL, upper = t$upper.CL, p = t$p.value) }
  ancova <- lapply(c(3, 6, 9, 12), function(m) {
    g <- emmeans(lm(chg ~ base + arm, subset(d, month == m)), "arm")
    list(month = m, means = est(g), difference = est(contrast(g, "revpairwise"))) })
  full <- lm(chg ~ subset * arm + base, last)
  interaction <- list(p = anova(lm(chg ~ subset + arm + base, last), full)[["Pr(>F)"]][2],
                      effects = est(contrast(emmeans(full, ~ arm | subset), "revpairwise", by = "subset")))
  curve <- lapply(levels(d$arm), function(a) { x <- last$chg[last$arm == a]; at <- sort(unique(round(x, 6)))
    k <- sapply(at, function(c) sum(x >= c - 1e-9))
    ci <- sapply(k, function(k) binom.test(k, N[[a]])$conf.int)
    list(arm = a, change = at, share = k / N[[a]], lower = ci[1, ], upper = ci[2, ]) })
  after <- subset(d, month > 0)
  first <- do.call(rbind, lapply(split(after, after$id), function(p) { w <- which(p$chg <= -3.3 + 1e-9)
    data.frame(id = p$id[1], arm = p$arm[1], time = if (length(w)) p$day[w[1]] else max(p$day), event = length(w) > 0) }))
  horizon <- min(tapply(first$time, first$arm, max))
  rmst <- summary(survfit(Surv(time - 1, event) ~ arm, first), rmean = horizon - 1)$table[, c("rmean", "se(rmean)")]
  # Bebu and Lachin (2016): time to worsening, then the change at month 12; variances of U statistics
  u <- merge(first, last[, c("id", "chg")], all.x = TRUE)
  win <- function(i, j) { # 1: i wins, -1: j wins
    if (u$event[j] && (u$time[i] > u$time[j] || (u$time[i] == u$time[j] && !u$event[i]))) return(1)
    if (u$event[i] && (u$time[j] > u$time[i] || (u$time[i] == u$time[j] && !u$event[j]))) return(-1)
    if (is.na(u$chg[i]) || is.na(u$chg[j])) 0 else sign(round(u$chg[i] - u$chg[j], 9)) }
  t <- which(u$arm != "Placebo"); p <- which(u$arm == "Placebo")
  w <- outer(t, p, Vectorize(win)); W <- mean(w > 0); L <- mean(w < 0)
  xi <- function(A, B) cov(rowMeans(A), rowMeans(B)) / length(t) + cov(colMeans(A), colMeans(B)) / length(p)
  v <- xi(w > 0, w > 0) / W^2 - 2 * xi(w > 0, w < 0) / (W * L) + xi(w < 0, w < 0) / L^2
  ratio <- list(wins = sum(w > 0), losses = sum(w < 0), ratio = W / L,
                lower = W / L * exp(-qnorm(0.975) * sqrt(v)), upper = W / L * exp(qnorm(0.975) * sqrt(v)))
  # what is known of a mean: Student's t times a discounted normal prior; the next trial's t test of n = 20
  b <- list(mean = 1.6695, se = 1.7437, df = 12.82, prior = -2, prior_se = 1.2, discount = 0.5, n_seen = 19, n = 20)
  kernel <- function(x) dt((x - b$mean) / b$se, b$df) * dnorm(x, b$prior, b$prior_se / sqrt(b$discount))
  whole <- function(f) integrate(f, -40, 40, rel.tol = 1e-11, subdivisions = 4000)$value
  mass <- whole(kernel); s <- b$se * sqrt(b$n_seen / b$n)
  shows <- function(x) 1 - pt(qt(0.975, b$n - 1), b$n - 1, ncp = x / s)
  bayes <- c(b, list(posterior_mean = whole(function(x) x * kernel(x)) / mass,
    better = integrate(kernel, 0, 40, rel.tol = 1e-11)$value / mass,
    mcid = integrate(kernel, 3, 40, rel.tol = 1e-11)$value / mass,
    next_trial = whole(function(x) kernel(x) * shows(x)) / mass))
  fit <- lmer(aval ~ month + (month | id), d, control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5)))
  slopes <- 12 * (ranef(fit)$id[, "month"] + fixef(fit)["month"])
  # reference-based imputation at its conditional means, from the model of both arms
  after$v <- factor(after$month)
  g <- gls(chg ~ 0 + v:arm, after, correlation = corSymm(form = ~ as.integer(v) | id), weights = varIdent(form = ~ 1 | v),
           control = glsControl(maxIter = 500, msMaxIter = 500, tolerance = 1e-11, msTol = 1e-13))
  sd <- g$sigma * c(1, coef(g$modelStruct$varStruct, unconstrained = FALSE))
  C <- diag(4); C[lower.tri(C)] <- coef(g$modelStruct$corStruct, unconstrained = FALSE); C <- C + t(C) - diag(4)
  S <- diag(sd) %*% C %*% diag(sd); mu <- matrix(coef(g), 4, dimnames = list(NULL, levels(d$arm)))
  based <- function(how) sapply(levels(d$arm), function(a) mean(sapply(unique(d$id[d$arm == a]), function(i) {
    y <- after$chg[match(paste(i, c(3, 6, 9, 12)), paste(after$id, after$month))]; o <- !is.na(y); k <- max(0, which(o))
    if (o[4]) return(y[4])
    m <- mu[, a]; r <- mu[, "Placebo"]; late <- seq_len(4) > k
    if (how == "J2R") m[late] <- r[late]
    if (how == "CR") m <- r
    if (how == "CIR") m[late] <- r[late] + (if (k) mu[k, a] - r[k] else 0)
    m[4] + if (any(o)) drop(S[4, o, drop = FALSE] %*% solve(S[o, o, drop = FALSE], (y - m)[o])) else 0 })))
  raw <- c(0.010, 0.021, 0.030, 0.041, 0.25, 0.9)
  strata <- array(c(5, 3, 2, 7, 4, 6, 1, 8, 3, 5, 4, 4), c(2, 2, 3)); cmh <- mantelhaen.test(strata, correct = FALSE)
  put(list(ancova = ancova, interaction = interaction, curve = curve, horizon = horizon, rmst = unname(rmst),
           win_ratio = ratio, bayes = bayes, slopes = list(id = rownames(ranef(fit)$id), slope = unname(slopes)),
           based = lapply(c(MAR = "MAR", J2R = "J2R", CIR = "CIR", CR = "CR"), based),
           p = list(raw = raw, holm = p.adjust(raw, "holm"), hochberg = p.adjust(raw, "hochberg")),
           cmh = list(table = strata, p = cmh$p.value, odds = unname(cmh$estimate), lower = cmh$conf.int[1], upper = cmh$conf.int[2])),
      "two_arms.json")
}
