using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>What travels: TG0100-0199.</content>
internal static partial class Descriptors
{
    private const string Payload = "TaskGen.Payload";

    public static readonly DiagnosticDescriptor TupleInsideDescribedType = new(
        DiagnosticIds.TupleInsideDescribedType, "A tuple would travel empty", "{1} of task '{0}' holds a tuple inside '{2}', where it would be written as an empty object; use a record, or an array or list of tuples",
        Payload, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.TupleInsideDescribedType));
}
