using Microsoft.CodeAnalysis;

namespace Generator.Tests.Support;

/// <summary>Another source generator of the project, which adds files as the Razor compiler does.</summary>
/// <param name="files">The files.</param>
/// <param name="areConstant">Whether the files are added before all generators run, so that each generator sees them.</param>
internal sealed class FileGenerator(IReadOnlyList<string> files, bool areConstant = false) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        if (areConstant)
        {
            context.RegisterPostInitializationOutput(output => AddTo(output.AddSource));
        }
        else
        {
            context.RegisterSourceOutput(context.CompilationProvider, (output, _) => AddTo(output.AddSource));
        }
    }

    private void AddTo(Action<string, string> add)
    {
        for (var index = 0; index < files.Count; index++)
        {
            add($"Added{index}.g.cs", $"#nullable enable\n#pragma warning disable CS1591\n{files[index]}");
        }
    }
}
