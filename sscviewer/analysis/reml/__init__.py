"""The mixed-model engine: REML and ML for any covariance V_i = L_i Ω(θ) L_i', with small-sample inference."""
