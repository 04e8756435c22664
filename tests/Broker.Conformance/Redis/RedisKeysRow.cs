namespace Broker.Conformance;

/// <summary>One key, family of keys or channel as the document has it.</summary>
internal sealed record RedisKeysRow(string Pattern, IReadOnlyList<string> Names, string Type, IReadOnlyList<string> WrittenBy)
{
    public bool IsFamily => Pattern.EndsWith('*');

    /// <summary>What follows the prefix of the queue; of a family, what comes before the id.</summary>
    public string Suffix => Pattern.TrimEnd('*');
}
