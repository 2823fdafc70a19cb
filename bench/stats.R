# What R says of the data in src/stats/compare_test.cc, for whoever doubts a figure there:
#   Rscript bench/stats.R
options(digits = 10)
show <- function(name, ...) cat(sprintf("%-24s", name), unlist(list(...)), "\n")
before <- c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
after <- c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
paired <- t.test(before, after, paired = TRUE)
show("paired t", paired$statistic, paired$p.value, paired$conf.int)
welch <- t.test(before, after)
show("welch t", welch$statistic, welch$parameter, welch$p.value, welch$conf.int)
ranks <- wilcox.test(before, after, paired = TRUE)
show("wilcoxon", ranks$statistic, ranks$p.value)
tied <- wilcox.test(c(1, 2, -1, 3, 0, 2, -2, 1, 4, 1, 1, -1, 2), exact = FALSE)
show("wilcoxon, tied", tied$statistic, tied$p.value)
apart <- wilcox.test(c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46),
                     c(1.15, 0.88, 0.90, 0.74, 1.21))
show("mann-whitney", apart$statistic, apart$p.value)
tied <- wilcox.test(c(3, 4, 4, 5, 2, 3, 5, 4, 1, 4), c(2, 2, 3, 1, 3, 2, 4, 1), exact = FALSE)
show("mann-whitney, tied", tied$statistic, tied$p.value)
rounding <- matrix(c(5.40, 5.50, 5.55, 5.85, 5.70, 5.75, 5.20, 5.60, 5.50, 5.55, 5.50, 5.40,
                     5.90, 5.85, 5.70, 5.45, 5.55, 5.60, 5.40, 5.40, 5.35, 5.45, 5.50, 5.35,
                     5.25, 5.15, 5.00, 5.85, 5.80, 5.70, 5.25, 5.20, 5.10, 5.65, 5.55, 5.45,
                     5.60, 5.35, 5.45, 5.05, 5.00, 4.95, 5.50, 5.50, 5.40, 5.45, 5.55, 5.50,
                     5.55, 5.55, 5.35, 5.45, 5.50, 5.55, 5.50, 5.45, 5.25, 5.65, 5.60, 5.40,
                     5.70, 5.65, 5.55, 6.30, 6.30, 6.25), nrow = 22, byrow = TRUE)
blocks <- friedman.test(rounding)
show("friedman", blocks$statistic, blocks$p.value)
rho <- suppressWarnings(cor.test(before, after, method = "spearman"))
show("spearman", rho$estimate, rho$p.value)
shares <- prop.test(c(15, 25), c(50, 50), correct = FALSE)
show("two proportions", sqrt(shares$statistic), shares$p.value)
show("wilson", prop.test(15, 50, correct = FALSE)$conf.int)
show("fisher", fisher.test(matrix(c(3, 1, 1, 7), 2))$p.value)
p <- c(0.01, 0.02, 0.03, 0.04, 0.05, 0.001)
show("holm", p.adjust(p, "holm"))
show("benjamini-hochberg", p.adjust(p, "BH"))
