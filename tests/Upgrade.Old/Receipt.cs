namespace Shop;

/// <summary>What was paid.</summary>
public sealed record Receipt(int Order, int Total);
