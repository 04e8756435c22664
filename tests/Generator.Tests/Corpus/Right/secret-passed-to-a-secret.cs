// From one sensitive parameter to another.
public sealed class SignUpTasks(ITaskClient tasks)
{
    [Task(Name = "signup.welcome")]
    public int Welcome([Sensitive] string password) => password.Length;

    [Task(Name = "signup.run")]
    public async Task Run([Sensitive] string password, CancellationToken cancellationToken) =>
        await tasks.SignUpTasks.Welcome.DelayAsync(password, cancellationToken);
}
