namespace TaskGen.Aot.Smoke;

internal sealed record OrderLine(string Article, int Count);
