namespace ServerlessCompute;

internal sealed class JobServiceTests
{
    [Test]
    public void Factories_EachKind_SayWhatTheyNeed()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(JobService.JupyterLab(), Is.EqualTo(new JobService { Type = JobServiceType.JupyterLab }));
            Assert.That(JobService.VSCode(), Is.EqualTo(new JobService { Type = JobServiceType.VSCode }));
            Assert.That(JobService.Ssh("k"), Is.EqualTo(new JobService { Type = JobServiceType.Ssh, Properties = [new("sshPublicKeys", "k")] }));
            Assert.That(JobService.TensorBoard(), Is.EqualTo(new JobService { Type = JobServiceType.TensorBoard }));
            Assert.That(JobService.TensorBoard("logs").Properties["logDir"], Is.EqualTo("logs"));
            Assert.That(JobService.Custom(80), Is.EqualTo(new JobService { Type = JobServiceType.Custom, Port = 80 }));
            Assert.That(() => JobService.Ssh(" "), Throws.ArgumentException);
        }
    }
}
