using TaskGen.Generator;

namespace Generator.Tests.Parity;

/// <summary>The generator runs in the compiler of SDK 10.0.100 and brings nothing along.</summary>
public sealed class RoslynFloorTests
{
    [Fact]
    public void References_the_floor_and_nothing_else()
    {
        var references = typeof(TaskGenerator).Assembly.GetReferencedAssemblies();
        string[] allowed = ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "netstandard", "System.Collections.Immutable"];
        Assert.Empty(references.Select(static reference => reference.Name).Except(allowed));
        Assert.All(
            references.Where(static reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            static reference => Assert.Equal(new Version(5, 0, 0, 0), reference.Version));
    }
}
