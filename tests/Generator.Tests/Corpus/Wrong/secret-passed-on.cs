// Sensitive here, and an ordinary argument of the next task.
public sealed class SignUpTasks(ITaskClient tasks)
{
    [Task(Name = "signup.welcome")]
    public void Welcome(string password) => Console.WriteLine(password.Length);

    [Task(Name = "signup.run")]
    public async Task Run([Sensitive] string password) => await tasks.SignUpTasks.Welcome.DelayAsync([|TG0307:password|]);
}
