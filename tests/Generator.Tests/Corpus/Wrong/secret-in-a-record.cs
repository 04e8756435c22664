// A record prints its members wherever it is logged.
public sealed record [|TG0308:Login|](string User, [property: Sensitive] string Password);

public sealed class LoginTasks
{
    [Task(Name = "logins.check")]
    public void Check(Login login) => Console.WriteLine(login.User);
}
