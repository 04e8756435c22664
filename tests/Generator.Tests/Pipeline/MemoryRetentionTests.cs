using System.Runtime.CompilerServices;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests.Pipeline;

/// <summary>No compilation lives on after its run: in an editor each keystroke makes one.</summary>
public sealed class MemoryRetentionTests
{
    private const string Source = "public sealed class Jobs { [Task] public int Run(int a, string b = \"\") { return a; } " +
        "[Condition(\"late\")] "
        + "public static bool IsLate(System.Text.Json.JsonElement data, System.Text.Json.JsonElement parameters) => true; }";

    [Fact]
    public void Models_keep_no_compilation_alive()
    {
        var (compilations, outputs) = Run();
        Assert.Equal(0, Alive(compilations));
        Assert.NotEmpty(outputs);
        GC.KeepAlive(outputs);
    }

    [Fact]
    public void A_planted_leak_is_found()
    {
        var (compilations, leak) = RunWithLeak();
        Assert.Equal(1, Alive(compilations));
        GC.KeepAlive(leak);
    }

    [Fact]
    public void A_living_driver_keeps_none_but_the_last()
    {
        var (compilations, driver) = RunAndKeepDriver();
        Assert.True(Alive(compilations) <= 1, $"{Alive(compilations)} compilations are alive.");
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (List<WeakReference> Compilations, List<object> Outputs) Run()
    {
        var compilations = new List<WeakReference>();
        var outputs = new List<object>();
        var driver = GeneratorHarness.Driver();
        foreach (var compilation in Edits())
        {
            driver = driver.RunGenerators(compilation);
            compilations.Add(new WeakReference(compilation));
            foreach (var name in TaskGen.Generator.TrackingNames.All)
            {
                if (driver.GetRunResult().Results.Single().TrackedSteps.TryGetValue(name, out var steps))
                {
                    outputs.AddRange(steps.SelectMany(static step => step.Outputs).Select(static output => output.Value));
                }
            }
        }

        return (compilations, outputs);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (List<WeakReference> Compilations, object Leak) RunWithLeak()
    {
        var compilations = new List<WeakReference>();
        object? leak = null;
        foreach (var compilation in Edits())
        {
            GeneratorHarness.Driver().RunGenerators(compilation);
            compilations.Add(new WeakReference(compilation));
            leak ??= compilation.GetTypeByMetadataName("Jobs");
        }

        return (compilations, leak!);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (List<WeakReference> Compilations, GeneratorDriver Driver) RunAndKeepDriver()
    {
        var compilations = new List<WeakReference>();
        var driver = GeneratorHarness.Driver();
        foreach (var compilation in Edits())
        {
            driver = driver.RunGenerators(compilation);
            compilations.Add(new WeakReference(compilation));
        }

        return (compilations, driver);
    }

    private static IEnumerable<CSharpCompilation> Edits()
    {
        var compilation = GeneratorHarness.Compile(Source);
        for (var edit = 0; edit < 5; edit++)
        {
            var old = compilation.SyntaxTrees.Single(static tree => tree.FilePath == "Source0.cs");
            var changed = Source.Replace("return a;", $"return a + {edit};", StringComparison.Ordinal);
            compilation = compilation.ReplaceSyntaxTree(old, GeneratorHarness.Parse(changed, 0));
            yield return compilation;
        }
    }

    private static int Alive(List<WeakReference> compilations)
    {
        for (var pass = 0; pass < 3; pass++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return compilations.Count(static reference => reference.IsAlive);
    }
}
