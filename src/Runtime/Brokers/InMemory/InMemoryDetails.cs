namespace TaskGen.Brokers;

/// <summary>What stands for the details of a settlement that came without.</summary>
internal static class InMemoryDetails
{
    public static SettlementDetails None { get; } = new();
}
