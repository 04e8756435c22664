using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.Benchmarks;

/// <summary>
/// What one keystroke costs in an editor that has run the generator before. Each is a new compilation, of which nothing is bound yet.
/// </summary>
public class Keystroke
{
    private Project _project = null!;
    private GeneratorDriver _driver = null!;
    private CSharpCompilation _compilation = null!;

    [Params(10, 100, 1000)]
    public int Tasks { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _project = new Project(Tasks);
        _driver = Project.CreateDriver().RunGenerators(_project.Compilation);
    }

    [IterationSetup(Target = nameof(Body))]
    public void EditBody() => _compilation = _project.EditBody();

    [IterationSetup(Target = nameof(Signature))]
    public void EditSignature() => _compilation = _project.EditSignature();

    [IterationSetup(Target = nameof(UnrelatedBody))]
    public void EditUnrelatedBody() => _compilation = _project.EditUnrelatedBody();

    [IterationSetup(Target = nameof(UnrelatedDeclaration))]
    public void EditUnrelatedDeclaration() => _compilation = _project.EditUnrelatedDeclaration();

    [Benchmark]
    public GeneratorDriver Body() => Run();

    [Benchmark]
    public GeneratorDriver Signature() => Run();

    [Benchmark]
    public GeneratorDriver UnrelatedBody() => Run();

    [Benchmark]
    public GeneratorDriver UnrelatedDeclaration() => Run();

    private GeneratorDriver Run() => _driver = _driver.RunGenerators(_compilation);
}
