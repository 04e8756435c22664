using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Writes the XML comments of the client members for a task. The user's documentation is inherited from the task method, and the exceptions
/// are inherited from <c>ITaskClient</c>. Both are read when the documentation is displayed.
/// </summary>
internal static class TaskDocs
{
    private const string CancelsDispatch = "The token to monitor for cancellation requests. Canceling it stops the dispatch, not the task.";
    private const string CancelsDispatches =
        "The token to monitor for cancellation requests. Canceling it stops the dispatch, not the tasks that have already been enqueued.";

    /// <summary>Writes the XML comment of the client property.</summary>
    public static void WriteProperty(CodeWriter writer, TaskModel task)
    {
        var summary = DocComments.InheritPart(task.DocumentationId, "summary");
        writer.Line($"/// <summary>{summary}<para>{DeclaredSettings.DescribeQueue(task)}</para></summary>");
        var settings = DeclaredSettings.Describe(task);
        writer.Line(
            $"/// <remarks>{DocComments.InheritPart(task.DocumentationId, "remarks")}"
            + $"{(settings.Length == 0 ? "" : $"<para>{settings}</para>")}</remarks>");
    }

    /// <summary>Writes the XML comment of the task type.</summary>
    public static void WriteType(CodeWriter writer, TaskModel task) => writer.Line(
        $"/// <summary>Represents the task <c>{task.WireName}</c>, "
        + $"which runs <see cref=\"{task.DocumentationId}\">{task.MethodName}</see>.</summary>");

    /// <summary>Writes the XML comment of a method that dispatches the task once.</summary>
    /// <param name="writer">The writer of the file.</param>
    /// <param name="task">The task.</param>
    /// <param name="names">The names of the task.</param>
    /// <param name="token">The name of the cancellation token parameter; null if the method has none.</param>
    public static void WriteDelay(CodeWriter writer, TaskModel task, TaskNames names, string? token)
    {
        writer.Line(
            "/// <summary>Dispatches the task and returns its handle without waiting for the task to run."
            + $"<para>{DocComments.InheritPart(task.DocumentationId, "summary")}</para></summary>");
        names.WriteParameterDocs(writer, static parameter => parameter.Name);
        if (token is not null)
        {
            writer.Line($"/// <param name=\"{token}\">{CancelsDispatch}</param>");
        }

        writer.Line(
            "/// <returns>The handle of the task. Use it to wait for the task, to read its state, progress, and result, "
            + "or to cancel it.</returns>");
        writer.Line(DocComments.InheritExceptions(RuntimeNames.EnqueueDocumentationId));
    }

    /// <summary>Writes the XML comment of the method that dispatches the task once for each value in a sequence of arguments.</summary>
    public static void WriteDelayMany(CodeWriter writer)
    {
        writer.Line(
            "/// <summary>Dispatches the task once for each element of <paramref name=\"args\"/>. "
            + "The tasks are sent in batches, with one round trip per batch.</summary>");
        writer.Line("/// <param name=\"args\">The arguments of each task.</param>");
        writer.Line($"/// <param name=\"cancellationToken\">{CancelsDispatches}</param>");
        writer.Line("/// <returns>The handles of the tasks, in the order of <paramref name=\"args\"/>.</returns>");
        writer.Line(DocComments.InheritExceptions(RuntimeNames.EnqueueManyDocumentationId));
    }

    /// <summary>Writes the XML comment of the method that dispatches the task once for each item in a sequence.</summary>
    public static void WriteDelayManyItems(CodeWriter writer)
    {
        writer.Line(
            "/// <summary>Dispatches the task once for each element of <paramref name=\"items\"/>. "
            + "The tasks are sent in batches, with one round trip per batch.</summary>");
        writer.Line("/// <typeparam name=\"TItem\">The type of the items.</typeparam>");
        writer.Line("/// <param name=\"items\">The items to dispatch the task for.</param>");
        writer.Line("/// <param name=\"map\">A function that creates the arguments of the task for an item.</param>");
        writer.Line($"/// <param name=\"cancellationToken\">{CancelsDispatches}</param>");
        writer.Line("/// <returns>The handles of the tasks, in the order of <paramref name=\"items\"/>.</returns>");
        writer.Line(DocComments.InheritExceptions(RuntimeNames.EnqueueManyDocumentationId));
    }

    /// <summary>Writes the XML comment of the method that sets the options for dispatches.</summary>
    public static void WriteWith(CodeWriter writer)
    {
        writer.Line("/// <summary>Returns the task with options that override the values of its <c>[Task]</c> attribute.</summary>");
        writer.Line("/// <param name=\"options\">The options for each dispatch. They replace the options from an earlier call.</param>");
        writer.Line("/// <returns>The task with the specified options.</returns>");
    }

    /// <summary>Writes the XML comment of a method that sets the time before which the task does not start.</summary>
    public static void WriteDelayed(CodeWriter writer, string name)
    {
        var isCountdown = name == "In";
        writer.Line(
            isCountdown
                ? "/// <summary>Returns the task with a delay between its dispatch and its start.</summary>"
                : "/// <summary>Returns the task with the earliest time at which it can start.</summary>");
        writer.Line("/// <remarks>Options from an earlier call of <c>With</c> stay, except for an earlier delay or time.</remarks>");
        writer.Line(
            isCountdown
                ? "/// <param name=\"delay\">The minimum time between the dispatch and the start. It cannot be negative.</param>"
                : "/// <param name=\"time\">The earliest time, according to the broker's clock. "
                    + "A time in the past means no delay.</param>");
        writer.Line("/// <returns>The task with this option.</returns>");
    }

    /// <summary>Writes the XML comment of the method that creates a signature.</summary>
    public static void WriteSignature(CodeWriter writer, TaskNames names)
    {
        writer.Line(
            "/// <summary>Creates a signature: the task with its arguments, which can be combined with other tasks into a canvas. "
            + "The arguments are serialized now. The task is not dispatched.</summary>");
        names.WriteParameterDocs(writer, static parameter => parameter.Name);
        writer.Line(
            "/// <returns>The signature. Combine it with other signatures, or dispatch it with <c>ITaskClient.DelayAsync</c>.</returns>");
    }

    /// <summary>Writes the XML comment of the method that creates a continuation.</summary>
    public static void WritePartial(CodeWriter writer, TaskNames names)
    {
        writer.Line(
            "/// <summary>Creates a continuation: the task without its first argument. "
            + $"In a canvas, the value of <c>{names.Payload[0].Name}</c> is the result, or the failure, "
            + $"of the preceding task or group.</summary>");
        names.WriteParameterDocs(writer, static parameter => parameter.Name, first: 1);
        writer.Line("/// <returns>The continuation. Pass it to the <c>Then</c> or <c>OnError</c> method of a signature.</returns>");
    }

    /// <summary>Writes the XML comment of the type that holds the arguments.</summary>
    public static void WriteArgs(CodeWriter writer, TaskModel task, TaskNames names)
    {
        writer.Line(
            $"/// <summary>Represents the arguments of one dispatch of the task <c>{task.WireName}</c>. "
            + "Two values are equal if their arguments are equal. Collections are compared by their elements.</summary>");
        names.WriteParameterDocs(writer, static parameter => parameter.PropertyName);
    }
}
