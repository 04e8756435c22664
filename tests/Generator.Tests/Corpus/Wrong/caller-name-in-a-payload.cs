// The caller's name, as in a log method: the caller is the worker.
using System.Runtime.CompilerServices;

public static class AuditTasks
{
    [Task(Name = "audit.write")]
    public static void Write(string text, [[|TG0022:CallerMemberName|]] string member = "") => Console.WriteLine(text + member);
}
