using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Emits the code that calls the user's method: it resolves the services, creates an instance of the task class, passes the arguments,
/// writes the result, and disposes of the instance.
/// </summary>
internal static class InvokerEmitter
{
    /// <summary>Writes the member that calls the method.</summary>
    public static void Write(CodeWriter writer, TaskModel task, TaskNames names)
    {
        var isAwaited = task.Return is ReturnKind.AwaitedVoid or ReturnKind.AwaitedValue;
        var isAsync = isAwaited || task.Disposal == DisposalKind.DisposeAsync;
        using (writer.Block(
            $"static {(isAsync ? "async " : "")}{RuntimeNames.ValueTask}<{names.Result}> {names.Definition}.InvokeAsync(",
            ["Args args", $"{RuntimeNames.Context} context", $"{RuntimeNames.Token} cancellationToken"],
            ")"))
        {
            if (task.IsStatic)
            {
                WriteCall(writer, task, names, task.Class.TypeName, isAsync);
            }
            else
            {
                var target = task.Receiver is null ? "instance" : $"(({task.Receiver})instance)";
                var local = task.Disposal == DisposalKind.Dispose ? "using var" : "var";
                writer.List($"{local} instance = new {task.Class.TypeName}(", Arguments(task.Constructor), ");");
                if (task.Disposal == DisposalKind.DisposeAsync)
                {
                    using (writer.Block(
                        "await using (global::System.Threading.Tasks.TaskAsyncEnumerableExtensions.ConfigureAwait(instance, false))"))
                    {
                        WriteCall(writer, task, names, target, isAsync);
                    }
                }
                else
                {
                    WriteCall(writer, task, names, target, isAsync);
                }
            }
        }

        writer.Line();
    }

    private static void WriteCall(CodeWriter writer, TaskModel task, TaskNames names, string target, bool isAsync)
    {
        var call = $"{target}.{Identifiers.Escape(task.MethodName)}(";
        var arguments = Arguments(task.Parameters);

        // The result can refer to the instance, so it is written before the instance is disposed of.
        var (write, end) = task.Disposal == DisposalKind.None
            ? ("", "")
            : ($"{RuntimeNames.Runtime}.Result<{names.Result}>(context, ", ")");
        switch (task.Return)
        {
            case ReturnKind.Void:
                writer.List(call, arguments, ");");
                writer.Line("return default;");
                break;
            case ReturnKind.Value:
                var wrapped = isAsync ? "return " : $"return new {RuntimeNames.ValueTask}<{names.Result}>(";
                writer.List(wrapped + write + call, arguments, $"){end}{(isAsync ? "" : ")")};");
                break;
            case ReturnKind.AwaitedVoid:
                writer.List($"await {call}", arguments, ")!.ConfigureAwait(false);");
                writer.Line("return default;");
                break;
            case ReturnKind.AwaitedValue:
                writer.List($"return {write}await {call}", arguments, $")!.ConfigureAwait(false){end};");
                break;
        }
    }

    private static List<string> Arguments(EquatableArray<ParameterModel> parameters)
    {
        var arguments = new List<string>();
        foreach (var parameter in parameters)
        {
            arguments.Add(Argument(parameter) + (parameter.ForgivesNull ? "!" : ""));
        }

        return arguments;
    }

    private static string Argument(ParameterModel parameter)
    {
        var key = parameter.ServiceKey is null ? "" : ", " + parameter.ServiceKey;
        return parameter.Kind switch
        {
            ParameterKind.Payload => "args." + Identifiers.Escape(parameter.PropertyName),
            ParameterKind.CancellationToken => "cancellationToken",
            ParameterKind.Context => "context",
            ParameterKind.Progress => "context.Progress",
            ParameterKind.DetailedProgress =>
                $"{RuntimeNames.Runtime}.Progress<{parameter.Type.Name}>(context, Parameters.Detail.DetailWriter)",
            ParameterKind.RequiredService => $"{RuntimeNames.Runtime}.Required<{parameter.Type.Name}>(context{key})",
            ParameterKind.OptionalService when parameter.Default is not (null or "null") =>
                $"({RuntimeNames.Runtime}.Optional<{parameter.Type.Name}>(context{key}) ?? {parameter.Default})",
            ParameterKind.OptionalService => $"{RuntimeNames.Runtime}.Optional<{parameter.Type.Name}>(context{key})",
            _ => Constant(parameter),
        };
    }

    // The argument has exactly the type of the parameter, so that the compiler does not choose a different constructor.
    private static string Constant(ParameterModel parameter) => parameter.Default is null or "null" or "default"
        ? $"default({parameter.Type.Name})"
        : $"({parameter.Type.Name})({parameter.Default})";
}
