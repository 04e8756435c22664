using TaskGen.Servers;

namespace Pattern.Tests;

/// <summary>The rows with data in a database.</summary>
[CollectionDefinition(Name)]
public sealed class DataPatterns : ICollectionFixture<DataServers>
{
    public const string Name = "data";
}
