using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Package.Tests.Support;

namespace Package.Tests;

[Collection(PackedLibraryGroup.Name)]
public sealed class PackageLayoutTests(PackedLibrary library)
{
    private const string Generator = "analyzers/dotnet/cs/TaskGen.Generator.dll";
    private const string CodeFixes = "analyzers/dotnet/cs/TaskGen.CodeFixes.dll";

    [Fact]
    public void The_library_has_one_slot_for_the_compiler_and_nothing_besides_what_is_listed()
    {
        using var package = library.Open("TaskGen");
        Assert.Equal(
            [
                "README.md", "TaskGen.nuspec", CodeFixes, Generator, "build/TaskGen.targets", "lib/net10.0/TaskGen.dll",
                "lib/net10.0/TaskGen.xml",
            ],
            package.Files);
        using var symbols = library.Open("TaskGen", "snupkg");
        Assert.Equal(["TaskGen.nuspec", "lib/net10.0/TaskGen.pdb"], symbols.Files);
    }

    [Theory]
    [InlineData("TaskGen.Generator")]
    [InlineData("TaskGen.CodeFixes")]
    public async Task A_package_that_would_lack_what_the_compiler_loads_is_not_made(string assembly)
    {
        var result = await library.PackWithoutAsync(assembly);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains($"error : The package would lack {assembly}: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_clients_for_tests_have_the_library_alone()
    {
        using var package = library.Open("TaskGen.Testing");
        Assert.Equal(
            ["README.md", "TaskGen.Testing.nuspec", "lib/net10.0/TaskGen.Testing.dll", "lib/net10.0/TaskGen.Testing.xml"], package.Files);
    }

    [Fact]
    public void The_library_asks_for_what_it_uses_and_not_for_what_it_was_built_with()
    {
        using var package = library.Open("TaskGen");
        Assert.Equal(
            ["Microsoft.Extensions.Hosting.Abstractions", "StackExchange.Redis"],
            package.Dependencies().Select(static dependency => dependency.Split(' ')[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_clients_for_tests_ask_for_exactly_the_version_whose_inside_they_use()
    {
        using var package = library.Open("TaskGen.Testing");
        Assert.Equal([$"net10.0 TaskGen [{library.Version}]"], package.Dependencies());
    }

    [Theory]
    [InlineData("TaskGen")]
    [InlineData("TaskGen.Testing")]
    public void Each_says_its_licence_and_has_a_page(string id)
    {
        using var package = library.Open(id);
        var metadata = package.Metadata().Elements().ToLookup(static element => element.Name.LocalName, static element => element.Value);
        Assert.Equal("MIT", metadata["license"].Single());
        Assert.Equal("README.md", metadata["readme"].Single());
        Assert.StartsWith(
            $"# {id}\n", Encoding.UTF8.GetString(package.Read("README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Generator, "Microsoft.CodeAnalysis,Microsoft.CodeAnalysis.CSharp,System.Collections.Immutable,netstandard")]
    [InlineData(
        CodeFixes,
        "Microsoft.CodeAnalysis,Microsoft.CodeAnalysis.CSharp,Microsoft.CodeAnalysis.CSharp.Workspaces,Microsoft.CodeAnalysis.Workspaces,"
        + "System.Collections.Immutable,System.Composition.AttributedModel,TaskGen.Generator,netstandard")]
    public void What_the_compiler_loads_needs_the_compiler_of_the_first_SDK_and_nothing_else(string file, string allowed)
    {
        using var package = library.Open("TaskGen");
        using var image = new PEReader(new MemoryStream(package.Read(file)));
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .ToDictionary(reference => metadata.GetString(reference.Name), static reference => reference.Version);
        Assert.Empty(references.Keys.Except(allowed.Split(',')));
        var roslyn = references.Where(static reference => reference.Key.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(roslyn);
        Assert.All(roslyn, static reference => Assert.Equal(new Version(5, 0, 0, 0), reference.Value));
    }

    [Theory]
    [InlineData(Generator)]
    [InlineData(CodeFixes)]
    [InlineData("lib/net10.0/TaskGen.dll")]
    public void No_assembly_names_the_folder_that_it_was_built_in(string file)
    {
        using var package = library.Open("TaskGen");
        var bytes = package.Read(file);
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(SourceTree.Root)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(SourceTree.Root)));
    }
}
