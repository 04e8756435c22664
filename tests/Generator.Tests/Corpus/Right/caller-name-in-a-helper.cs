// The caller's name of a method that the task calls.
using System.Runtime.CompilerServices;

public static class AuditTasks
{
    [Task(Name = "audit.write")]
    public static void Write(string text, string member = "") => Log(text + member);

    private static void Log(string text, [CallerMemberName] string member = "") => Console.WriteLine(text + member);
}
