using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ServerlessCompute;

/// <summary>The listener's HTTP, from the socket's side.</summary>
internal sealed class LoopbackConnectionTests
{
    [TestCase("GET /a%20b/c?x=1&y HTTP/1.1\r\nHost: h\r\n\r\n", "GET /a%20b/c ?x=1&y []")]
    [TestCase("GET http://127.0.0.1:99/a?b HTTP/1.1\r\n\r\n", "GET /a ?b []")]
    [TestCase("GET http://127.0.0.1:99 HTTP/1.1\r\n\r\n", "GET /  []")]
    [TestCase("POST /p HTTP/1.1\r\ncontent-length: 5\r\n\r\nhello", "POST /p  [hello]")]
    [TestCase("\r\nPOST /p HTTP/1.1\nContent-Length: 2\n\nhi", "POST /p  [hi]")]
    [TestCase("POST /p HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;ext=1\r\nhel\r\n2\r\nlo\r\n0\r\nTrailer: x\r\n\r\n", "POST /p  [hello]")]
    public async Task Request_InEachForm_IsUnderstood(string request, string expected)
    {
        string answer = await Talk(Encoding.Latin1.GetBytes(request));

        Assert.That(answer, Does.StartWith("HTTP/1.1 200 OK\r\n").And.EndWith($"\r\n\r\n{expected}"));
    }

    [TestCase("nonsense\r\n\r\n", 400)]
    [TestCase("GET / HTTP/2.0\r\n\r\n", 400)]
    [TestCase("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400)]
    [TestCase("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400)]
    [TestCase("POST / HTTP/1.1\r\nContent-Length: 5, 6\r\n\r\n", 400)]
    [TestCase("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", 413)]
    [TestCase("POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400)]
    [TestCase("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 400)]
    [TestCase("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400)]
    [TestCase("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n", 400)]
    [TestCase("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n", 413)]
    [TestCase("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhel", 400)]
    public async Task Request_ThatIsMalformed_IsRefusedAndTheConnectionEnds(string request, int status)
    {
        string answer = await Talk(Encoding.Latin1.GetBytes(request), close: true);

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} ").And.Contain("Connection: close"));
    }

    [Test]
    public async Task Request_EndlessHeaders_IsRefused()
    {
        string line = await Talk(Encoding.Latin1.GetBytes("GET /" + new string('a', 40_000)), close: true);
        string many = await Talk(Encoding.Latin1.GetBytes("GET / HTTP/1.1\r\n" + string.Concat(Enumerable.Range(0, 5000).Select(static i => $"X-{i}: {i}\r\n")) + "\r\n"), close: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(line, Does.StartWith("HTTP/1.1 431 "));
            Assert.That(many, Does.StartWith("HTTP/1.1 431 "));
        }
    }

    [Test]
    public async Task Requests_OnOneConnection_AreAnsweredOneAfterTheOther()
    {
        string answers = await Talk("GET /1 HTTP/1.1\r\n\r\nPOST /2 HTTP/1.1\r\nContent-Length: 1\r\n\r\nxHEAD /3 HTTP/1.1\r\n\r\nGET /4 HTTP/1.1\r\nConnection: close\r\n\r\nGET /5 HTTP/1.1\r\n\r\n"u8.ToArray(), close: true);

        string[] parts = answers.Split("HTTP/1.1 ");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(parts, Has.Length.EqualTo(5), "the fifth request came after the end");
            Assert.That(parts[1], Does.EndWith("GET /1  []"));
            Assert.That(parts[2], Does.EndWith("POST /2  [x]"));
            Assert.That(parts[3], Does.Contain("Content-Length: 11").And.EndWith("\r\n\r\n"), "a HEAD's answer has no body");
            Assert.That(parts[4], Does.EndWith("GET /4  []"));
        }
    }

    [Test]
    public async Task Request_BodyIsNotRead_TheAnswerArrivesAndTheConnectionEnds()
    {
        byte[] request = [.. "POST /refused HTTP/1.1\r\nContent-Length: 3000000\r\n\r\n"u8, .. new byte[3_000_000]];

        string answer = await Talk(request, close: true);

        Assert.That(answer, Does.StartWith("HTTP/1.1 401 ").And.Contain("Connection: close"));
    }

    [Test]
    public async Task Request_ThatBreaksTheService_IsToldSo()
    {
        string answer = await Talk("GET /broken HTTP/1.1\r\n\r\n"u8.ToArray(), close: true);

        Assert.That(answer, Does.StartWith("HTTP/1.1 500 ").And.Contain("It broke."));
    }

    [Test]
    public async Task Request_ThatWaitsForContinue_IsToldTo()
    {
        await using var pair = await Pair.OpenAsync();
        await pair.Client.SendAsync("POST /p HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"u8.ToArray());
        var buffer = new byte[1000];
        int read = await pair.Client.ReceiveAsync(buffer);
        Assert.That(Encoding.Latin1.GetString(buffer, 0, read), Is.EqualTo("HTTP/1.1 100 Continue\r\n\r\n"));

        await pair.Client.SendAsync("ok"u8.ToArray());
        read = await pair.Client.ReceiveAsync(buffer);
        Assert.That(Encoding.Latin1.GetString(buffer, 0, read), Does.EndWith("[ok]"));
    }

    [Test]
    public async Task Client_WhoGoesAway_EndsTheConnection()
    {
        await using var pair = await Pair.OpenAsync();
        await pair.Client.SendAsync("GET / HT"u8.ToArray());

        pair.Client.Dispose();

        await pair.Serving.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Test]
    public async Task Client_WhoIsSilent_IsLeft()
    {
        await using var pair = await Pair.OpenAsync(new ImpatientTime());

        await pair.Serving.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(await pair.Client.ReceiveAsync(new byte[1]), Is.Zero);
    }

    private static async Task<string> Talk(byte[] request, bool close = false)
    {
        await using var pair = await Pair.OpenAsync();
        using var stream = new NetworkStream(pair.Client);
        Task sending = SendAsync(pair.Client, request);
        var answer = new StringBuilder();
        var buffer = new byte[65536];
        while (true)
        {
            int read = await stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
            answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
            if (read == 0 || (!close && answer.ToString().EndsWith(']')))
            {
                await sending;
                return answer.ToString();
            }
        }

        async Task SendAsync(Socket client, byte[] bytes)
        {
            await client.SendAsync(bytes);
            if (close)
            {
                client.Shutdown(SocketShutdown.Send);
            }
        }
    }

    private sealed class Pair(Socket client, Task serving, CancellationTokenSource stop) : IAsyncDisposable
    {
        public Socket Client => client;

        public Task Serving => serving;

        public static async Task<Pair> OpenAsync(TimeProvider? time = null)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await client.ConnectAsync(listener.LocalEndpoint);
            Socket server = await listener.AcceptSocketAsync();
            var stop = new CancellationTokenSource();
            return new Pair(client, new LoopbackConnection(server, EchoAsync, time ?? TimeProvider.System).RunAsync(stop.Token), stop);
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await serving;
            client.Dispose();
            stop.Dispose();
        }

        private static async Task<EngineResponse> EchoAsync(LoopbackRequest request, Func<Task<ReadOnlyMemory<byte>>> readBody)
        {
            if (request.Path is "/broken")
            {
                throw new InvalidOperationException("It broke.");
            }

            if (request.Path is "/refused")
            {
                return new EngineResponse(401);
            }

            ReadOnlyMemory<byte> body = await readBody();
            return new EngineResponse(200, Encoding.Latin1.GetBytes($"{request.Method} {request.Path} {request.Query} [{Encoding.Latin1.GetString(body.Span)}]"), "text/plain");
        }
    }

    private sealed class ImpatientTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(20), period);
    }
}
