namespace Package.Tests.Support;

/// <summary>
/// All tests of packages share one making of them, and run one after the other: each is a build that keeps the processors busy.
/// </summary>
[CollectionDefinition(Name)]
public sealed class PackedLibraryGroup : ICollectionFixture<PackedLibrary>
{
    public const string Name = "packages";
}
