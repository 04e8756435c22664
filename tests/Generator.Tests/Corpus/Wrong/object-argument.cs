// Sent as a number, arrives as a JsonElement.
public sealed class AuditTasks
{
    [Task(Name = "audit.write")]
    public void Write(string what, object [|TG0103:value|]) => Console.WriteLine(what + value);
}
