using Microsoft.CodeAnalysis;

namespace Generator.Tests.Support;

/// <summary>Assemblies that a compilation under test references.</summary>
internal static class ReferencedAssembly
{
    /// <summary>Compiles a source together with what is generated for it.</summary>
    public static MetadataReference Of(string name, string source) =>
        Of(GeneratorHarness.GenerateStrictly(GeneratorHarness.CompileAs(name, source)));

    /// <summary>Emits a compilation as it is.</summary>
    public static MetadataReference Of(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
