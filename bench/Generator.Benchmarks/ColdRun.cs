using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.Benchmarks;

/// <summary>The first run on a project, as a build does it, in a warm compiler process.</summary>
public class ColdRun
{
    private CSharpCompilation _compilation = null!;

    [Params(10, 100, 1000)]
    public int Tasks { get; set; }

    [IterationSetup]
    public void Open() => _compilation = new Project(Tasks).Compilation;

    [Benchmark]
    public GeneratorDriver Cold() => Project.CreateDriver().RunGenerators(_compilation);
}
