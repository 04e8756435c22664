using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Reports, once per project, that the C# language version does not support the code that is generated for tasks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LanguageVersionAnalyzer() : TaskGenAnalyzer(MetadataNames.TaskAttribute, [Descriptors.LanguageTooOld])
{
    private static readonly string[] Declaring = [MetadataNames.TaskAttribute, MetadataNames.ConditionAttribute];

    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start)
    {
        if (LanguageRules.Allow(start.Compilation))
        {
            return;
        }

        var found = new ConcurrentBag<(string Name, Location Location)>();
        MethodActions.RegisterMethods(start, (method, _, _) => Find(method, found));
        start.RegisterCompilationEndAction(end => Report(end, found));
    }

    private static void Find(IMethodSymbol method, ConcurrentBag<(string Name, Location Location)> found)
    {
        foreach (var attribute in Declaring)
        {
            if (method.FindAttribute(attribute) is not null)
            {
                found.Add(($"{method.ContainingType.ToDisplayString()}.{method.Name}", method.Locations[0]));
            }
        }
    }

    // The project file must be changed, so the diagnostic is reported only once, and always at the same location.
    private static void Report(CompilationAnalysisContext context, ConcurrentBag<(string Name, Location Location)> found)
    {
        if (found.IsEmpty)
        {
            AddJsonContext(context.Compilation, found);
        }

        (string Name, Location Location)? first = null;
        foreach (var candidate in found)
        {
            if (first is null || IsBefore(candidate.Location, first.Value.Location))
            {
                first = candidate;
            }
        }

        if (first is { } place)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.LanguageTooOld,
                place.Location,
                place.Name,
                LanguageRules.NameOf(LanguageRules.Oldest),
                LanguageRules.NameOf(LanguageRules.VersionOf(context.Compilation))));
        }
    }

    private static void AddJsonContext(Compilation compilation, ConcurrentBag<(string Name, Location Location)> found)
    {
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass.Is(MetadataNames.TaskJsonContextAttribute)
                && attribute.ApplicationSyntaxReference?.GetSyntax() is { } syntax)
            {
                found.Add((attribute.AttributeClass!.TypeArguments[0].ToDisplayString(), syntax.GetLocation()));
            }
        }
    }

    private static bool IsBefore(Location left, Location right)
    {
        var order = string.CompareOrdinal(left.SourceTree?.FilePath, right.SourceTree?.FilePath);
        return order < 0 || (order == 0 && left.SourceSpan.Start < right.SourceSpan.Start);
    }
}
