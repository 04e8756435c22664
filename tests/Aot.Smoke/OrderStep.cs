namespace TaskGen.Aot.Smoke;

internal sealed record OrderStep(string Article, decimal Total);
