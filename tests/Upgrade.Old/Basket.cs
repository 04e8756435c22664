namespace Shop;

/// <summary>What is priced.</summary>
public sealed record Basket(int Order, int Items);
