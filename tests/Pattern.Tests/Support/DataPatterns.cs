namespace Pattern.Tests;

/// <summary>The rows with data in a database.</summary>
[CollectionDefinition(Name)]
public sealed class DataPatterns : ICollectionFixture<PatternServers>
{
    public const string Name = "data";
}
