using TaskGen.Servers;

namespace Pattern.Tests;

/// <summary>The rows that need no database. They run side by side with <see cref="DataPatterns"/>, and one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class TaskPatterns : ICollectionFixture<DataServers>
{
    public const string Name = "tasks";
}
