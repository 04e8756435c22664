using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Reports JSON contexts of the assembly that generated code cannot register.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskJsonContextAnalyzer() : TaskGenAnalyzer(
    MetadataNames.TaskJsonContextAttribute,
    [
        Descriptors.DeclaredByGenerator, Descriptors.TypeNotUsable,
    ])
{
    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start) =>
        start.RegisterSyntaxNodeAction(CheckFile, SyntaxKind.CompilationUnit);

    private static void CheckFile(SyntaxNodeAnalysisContext context)
    {
        if (((CompilationUnitSyntax)context.Node).AttributeLists.Count == 0)
        {
            return;
        }

        foreach (var attribute in context.Compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol type] } marker
                && attribute.ApplicationSyntaxReference is { } reference
                && reference.SyntaxTree == context.Node.SyntaxTree
                && marker.Is(MetadataNames.TaskJsonContextAttribute)
                && Check(type, reference.GetSyntax(context.CancellationToken).GetLocation(), context.Compilation) is { } violation)
            {
                context.ReportDiagnostic(violation.ToDiagnostic());
            }
        }
    }

    private static RuleViolation? Check(INamedTypeSymbol type, Location location, Compilation compilation)
    {
        if (UsableTypeRules.WhyNotNamed(type, compilation) is { } explanation)
        {
            return new RuleViolation(
                Descriptors.TypeNotUsable, location, type.Name, type.ToDisplayString(), explanation.Reason, explanation.Remedy);
        }

        return GeneratedTrees.Find(compilation) is { } trees && trees.Declare(type)
            ? GeneratedDeclarationRules.Violation(type.Name, type, location, trees)
            : null;
    }
}
