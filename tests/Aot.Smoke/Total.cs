namespace TaskGen.Aot.Smoke;

internal sealed record Total(string Title, int Sum);
