namespace Integration.Tests.Secrets;

/// <summary>Something sensitive inside what is not.</summary>
internal sealed class SecretOrder
{
    public int Id { get; init; }

    public List<SecretCard> Cards { get; init; } = [];

    public Dictionary<string, SecretAddress> Addresses { get; init; } = [];
}
