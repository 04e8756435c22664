namespace TaskGen.Aot.Smoke;

internal sealed record Part(int Number, int Square);
